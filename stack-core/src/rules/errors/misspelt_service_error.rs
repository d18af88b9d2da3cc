//! ## What it checks
//! A name in `ErrorEquals` that starts like those of a service, or nearly so, is the name of one of its errors.
//!
//! ## Why
//! Names must match exactly, so the retrier or catcher never applies.
//!
//! ## Example
//! ```json
//! "Retry": [{ "ErrorEquals": ["Lambda.ServiceExceptions", "Lamda.TooManyRequestsException"] }]
//! ```
//! Instead:
//! ```json
//! "Retry": [{ "ErrorEquals": ["Lambda.ServiceException", "Lambda.TooManyRequestsException"] }]
//! ```
//!
//! ## Source
//! The names come from each service's own model, by the rules of the AWS SDK for Java. A service may have errors that are
//! newer than our list, so only names that resemble one of them are reported.

use crate::analysis::Analysis;
use crate::finding::{Edit, Findings, Rule, Severity, Suggestion};
use crate::rules::errors::unthrown_error;
use crate::services::errors::{by_prefix, is_common, nearest_prefix};
use crate::text::cut;

pub static RULE: Rule = Rule {
    id: "misspelt-service-error",
    severity: Severity::Warning,
    source: include_str!("misspelt_service_error.rs"),
};

pub(super) fn check(analysis: &Analysis<'_>, out: &Findings) {
    for handler in analysis.handlers() {
        for name in handler.names() {
            let Some((prefix, own)) = cut(name.value, b'.') else { continue };
            // Those of Step Functions itself are other rules'.
            if prefix == "States" || own.bytes().any(|byte| byte == b'*' || byte == b'.') {
                continue;
            }
            let Some((right, is_certain)) = meant(prefix, own) else { continue };
            // One fault is enough.
            if unthrown_error::is_unthrown(analysis.machine, handler.state, name.value) {
                continue;
            }
            let message = format!("no error is called `{}`, so this never applies", name.value);
            let edit = Edit::whole(name.site, name.value, &*right);
            out.report(&RULE, name.site, message).help(Suggestion::did_you_mean(&right, edit, is_certain));
        }
    }
}

/// The error that was meant, and whether no other can be; nothing if there is one of that name, or may be.
fn meant(prefix: &str, own: &str) -> Option<(String, bool)> {
    if is_common(prefix, own) {
        return None;
    }
    if let Some(errors) = by_prefix(prefix) {
        if errors.has(own) {
            return None;
        }
        let near = errors.nearest(own)?;
        return Some((format!("{prefix}.{}", near.name), near.is_certain));
    }
    // Words of users that resemble a service's have other names behind them.
    if !own.ends_with("Exception") || prefix.len() < 3 {
        return None;
    }
    let near = nearest_prefix(prefix.trim(), own)?;
    Some((format!("{}.{own}", near.name), near.is_certain))
}

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn of_lambda() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "Retry": [{ "ErrorEquals": ["Lambda.ServiceExceptions", "Lambda.TooManyRequestException", "Lamda.SdkClientException"] }],
                                                                                                                             //^^^^^^^^^^^^^^^^^^^^^^^^^^ misspelt-service-error: no error is called `Lambda.ServiceExceptions`, so this never applies
                                                                                                                             // help: did you mean `Lambda.ServiceException`?
                                                                                                                                                         //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ misspelt-service-error: no error is called `Lambda.TooManyRequestException`, so this never applies
                                                                                                                                                         // help: did you mean `Lambda.TooManyRequestsException`?
                                                                                                                                                                                           //^^^^^^^^^^^^^^^^^^^^^^^^^^ misspelt-service-error: no error is called `Lamda.SdkClientException`, so this never applies
                                                                                                                                                                                           // help: did you mean `Lambda.SdkClientException`?
            "Catch": [{ "ErrorEquals": ["Lambda.ServiceException", "Lambda.AWSLambdaException", "Lambda.SdkClientException", "Lambda.TooManyRequestsException", "Lambda.Unknown", "Lambda.OutOfStock"], "Next": "b" }], "Next": "b" },
            "b": { "Type": "Succeed" }
        "#]]);
    }

    #[test]
    fn of_the_sdk_and_of_optimized_integrations() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:dynamodb:putItem", "Parameters": { "TableName": "t", "Item": {} },
            "Catch": [{ "ErrorEquals": ["DynamoDb.ConditionalChekFailedException"], "Next": "b" }], "Next": "b" },
                                      //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ misspelt-service-error: no error is called `DynamoDb.ConditionalChekFailedException`, so this never applies
                                      // help: did you mean `DynamoDb.ConditionalCheckFailedException`?
            "b": { "Type": "Task", "Resource": "arn:aws:states:::dynamodb:putItem", "Parameters": { "TableName": "t", "Item": {} },
            "Catch": [{ "ErrorEquals": ["DynamoDB.ConditionalCheckFailed", "DynamoDb.ConditionalChekFailedException"], "Next": "c" }], "Next": "c" },
                                      //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ misspelt-service-error: no error is called `DynamoDB.ConditionalCheckFailed`, so this never applies
                                      // help: did you mean `DynamoDB.ConditionalCheckFailedException`?
                                                                         //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unthrown-error: `dynamodb:putItem` never throws `DynamoDb.ConditionalChekFailedException`: its error names start with `DynamoDB.`
                                                                         // help: did you mean `DynamoDB.ConditionalCheckFailedException`?
            "c": { "Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync", "Parameters": { "JobName": "j" },
            "Retry": [{ "ErrorEquals": ["Glue.ConcurrentRunsExceeded", "Glue.ConcurrentRunsExceededException"] }], "End": true }
                                      //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ misspelt-service-error: no error is called `Glue.ConcurrentRunsExceeded`, so this never applies
                                      // help: did you mean `Glue.ConcurrentRunsExceededException`?
        "#]]);
    }

    #[test]
    fn around_other_states() {
        check(expect![[r#"
            { "QueryLanguage": "JSONata", "StartAt": "a", "States": {
            "a": { "Type": "Parallel", "Branches": [{ "StartAt": "b", "States": { "b": { "Type": "Pass", "End": true } } }], "Catch": [{ "ErrorEquals": ["S3.NoSuchKeysException", "Order.NotFoundException", "Payments.ServiceException"], "Next": "c" }], "Next": "c" },
                                                                                                                                                       //^^^^^^^^^^^^^^^^^^^^^^^^ misspelt-service-error: no error is called `S3.NoSuchKeysException`, so this never applies
                                                                                                                                                       // help: did you mean `S3.NoSuchKeyException`?
            "c": { "Type": "Succeed" }
            } }
        "#]]);
    }
}
