//! ## What it checks
//! An error that a task retries or catches is one that its service integration can throw, under the name it
//! has there: `DynamoDB.` for `dynamodb:putItem` is `DynamoDb.` for `aws-sdk:dynamodb:putItem`, and the name
//! of every error of an AWS SDK integration ends in `Exception`, and is one that the service's model has.
//!
//! ## Why
//! Names must match exactly, so the retrier or catcher never applies.
//!
//! ## Example
//! ```json
//! "a": {
//!   "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:getObject",
//!   "Parameters": { "Bucket": "orders", "Key": "k" },
//!   "Retry": [{ "ErrorEquals": ["S3.NoSuchKey"] }],
//!   "End": true
//! }
//! ```
//! Instead:
//! ```json
//! "a": {
//!   "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:getObject",
//!   "Parameters": { "Bucket": "orders", "Key": "k" },
//!   "Retry": [{ "ErrorEquals": ["S3.NoSuchKeyException"] }],
//!   "End": true
//! }
//! ```
//!
//! ## Source
//! The documentation of error names, and each service's own model: what that has no name for is an error such as
//! `S3.S3Exception`. Functions, activities and whoever returns a task token can throw
//! anything, so their tasks are not checked; nor are services whose error names are not known.

use crate::analysis::Analysis;
use crate::finding::{Edit, Findings, Rule, Severity, Suggestion};
use crate::language::StateKind;
use crate::model::{Machine, StateId};
use crate::rules::errors::misspelt_reserved_error::misspelt;
use crate::services::errors::{ServiceErrors, by_prefix};
use crate::services::{self, sdk};
use crate::text::{before, cut};

pub static RULE: Rule =
    Rule { id: "unthrown-error", severity: Severity::Warning, source: include_str!("unthrown_error.rs") };

pub(super) fn check(analysis: &Analysis<'_>, out: &Findings) {
    let machine = analysis.machine;
    for handler in analysis.handlers() {
        let Some(integration) = integration(machine, handler.state) else { continue };
        for name in handler.names() {
            if let Some(Fault { why, meant, other }) = fault_of(integration, name.value) {
                let message = format!("`{integration}` never throws `{}`: {why}", name.value);
                let mut report = out.report(&RULE, name.site, message);
                if let Some(meant) = meant {
                    // A function that is called may throw what its author likes.
                    let edit = Edit::whole(name.site, name.value, &*meant);
                    report = report.help(Suggestion::did_you_mean(&meant, edit, false));
                }
                if let Some(other) = other {
                    let message = format!("errors that the SDK has no name for are `{other}`");
                    report.help(Suggestion::possible(message, Edit::whole(name.site, name.value, other)));
                }
            }
        }
    }
}

/// Whether that is said of an error that a state retries or catches.
pub(super) fn is_unthrown(machine: &Machine<'_>, state: StateId, error: &str) -> bool {
    integration(machine, state).is_some_and(|integration| fault_of(integration, error).is_some())
}

/// The integration that a task calls.
fn integration<'m>(machine: &'m Machine<'_>, state: StateId) -> Option<&'m str> {
    let state = machine.states.get(state).filter(|state| state.kind == Some(StateKind::Task))?;
    services::of_resource(state.node.get("Resource")?)
}

fn fault_of(integration: &str, error: &str) -> Option<Fault> {
    if error.starts_with("States.") || error.bytes().any(|byte| byte == b'*') {
        return None;
    }
    fault(integration, error).filter(|_| misspelt(error).is_none())
}

/// Why an integration does not throw an error, and which one was meant.
struct Fault {
    why: String,
    meant: Option<String>,
    /// What else may have been meant.
    other: Option<String>,
}

fn fault(integration: &str, error: &str) -> Option<Fault> {
    let (name, suffix) = services::split(integration);
    match name.strip_prefix("aws-sdk:") {
        _ if suffix == "waitForTaskToken" => None,
        Some("lambda:invoke") => None,
        Some(name) => of_sdk(before(name, b':'), error),
        None => of_optimized(before(name, b':'), suffix, error),
    }
}

fn of_sdk(service: &str, error: &str) -> Option<Fault> {
    let service = sdk::service(service)?;
    let own = service.exception_prefix;
    let begin = || format!("its error names start with `{own}.`");
    let Some((prefix, rest)) = cut(error, b'.') else {
        // Other words may be errors of a function that was there before.
        let fault = Fault { why: begin(), meant: Some(format!("{own}.{error}")), other: None };
        return error.ends_with("Exception").then_some(fault);
    };
    if prefix == own {
        let is_whole = rest.is_empty() || rest.ends_with("Exception") || rest == "Unknown";
        let why = "its error names end in `Exception`".into();
        let other = Some(format!("{own}.{own}Exception"));
        let errors = ServiceErrors::of(service);
        if !is_whole {
            let meant = (!rest.contains('.')).then(|| format!("{own}.{}", right(errors, rest)));
            return Some(Fault { why, meant, other });
        }
        // What resembles another is a misspelt one.
        let is_known = rest.is_empty() || errors.has(rest) || errors.nearest(rest).is_some();
        let why = "its model has no error of that name".into();
        return (!is_known).then_some(Fault { why, meant: None, other });
    }
    let joined_prefix = prefix.replace(' ', "");
    let optimized = services::of_sdk(service.name);
    let is_own = joined_prefix.eq_ignore_ascii_case(own)
        || optimized.is_some_and(|optimized| optimized.errors.contains(&prefix));
    // AWS's own list of names spells some so: `Auto Scaling`, `MemoryDB`.
    let may_be = is_own && (joined_prefix != prefix || own == "MemoryDb");
    let meant = is_own.then(|| format!("{own}.{}", right(ServiceErrors::of(service), rest)));
    (!may_be).then(|| Fault { why: begin(), meant, other: None })
}

fn of_optimized(service: &str, suffix: &str, error: &str) -> Option<Fault> {
    let service = services::service(service).filter(|service| service.name != "lambda")?;
    let (prefix, rest) = cut(error, b'.')?;
    if service.name == "http" && prefix == "Http" {
        let why = "its error names start with `States.Http.`".into();
        return Some(Fault { why, meant: Some(format!("States.{error}")), other: None });
    }
    let first = service.errors.first().filter(|_| !service.errors.contains(&prefix))?;
    let alike = service.errors.iter().find(|own| own.eq_ignore_ascii_case(prefix));
    let of_sdk =
        || sdk::service(services::sdk_name(service.name)).is_some_and(|sdk| sdk.exception_prefix == prefix);
    let own = alike.or_else(|| of_sdk().then_some(first));
    // To wait for a job, a service may call others.
    if own.is_none() && !(suffix.is_empty() && is_prefix(prefix)) {
        return None;
    }
    let why = format!("its error names start with `{}.`", service.errors.join(".` or `"));
    let meant = own.map(|own| match by_prefix(own) {
        Some(errors) => format!("{own}.{}", right(errors, rest)),
        None => format!("{own}.{rest}"),
    });
    Some(Fault { why, meant, other: None })
}

/// An error's name after the prefix, as it should be spelt.
fn right(errors: ServiceErrors, name: &str) -> String {
    let near = if errors.has(name) { None } else { errors.nearest(name) };
    match near {
        Some(near) => near.name,
        None if name.ends_with("Exception") => name.to_owned(),
        None => format!("{name}Exception"),
    }
}

/// Whether the errors of some service begin so.
fn is_prefix(prefix: &str) -> bool {
    services::ALL.iter().any(|service| service.errors.contains(&prefix))
        || sdk::table().services().any(|service| service.exception_prefix == prefix)
}

#[cfg(test)]
mod tests {
    use super::fault;
    use crate::testing::check;
    use expect_test::expect;

    /// What is said of an error of an integration.
    fn said(integration: &str, error: &str) -> String {
        fault(integration, error).map_or(String::new(), |fault| {
            let why = fault.why.trim_start_matches("its error names ");
            let meant = [fault.meant, fault.other].into_iter().flatten();
            meant.fold(why.to_owned(), |said, meant| format!("{said} {meant}"))
        })
    }

    #[test]
    fn on_the_name() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:getObject", "Parameters": { "Bucket": "b", "Key": "k" },
            "Retry": [{ "ErrorEquals": ["S3.NoSuchKey", "S3.S3Exception", "States.Timeout"] }],
                                      //^^^^^^^^^^^^^^ unthrown-error: `aws-sdk:s3:getObject` never throws `S3.NoSuchKey`: its error names end in `Exception`
                                      // help: did you mean `S3.NoSuchKeyException`?
                                      // help: errors that the SDK has no name for are `S3.S3Exception`
            "Catch": [{ "ErrorEquals": ["Lambda.TooManyRequestsException"], "Next": "b" }], "Next": "b" },
                                      //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unthrown-error: `aws-sdk:s3:getObject` never throws `Lambda.TooManyRequestsException`: its error names start with `S3.`
            "b": { "Type": "Succeed" }
        "#]]);
    }

    #[test]
    fn in_jsonata() {
        check(expect![[r#"
            { "QueryLanguage": "JSONata", "StartAt": "a", "States": {
            "a": { "Type": "Task", "Resource": "arn:aws:states:::dynamodb:getItem", "Arguments": { "TableName": "t", "Key": { "id": { "S": "1" } } },
            "Retry": [{ "ErrorEquals": ["DynamoDb.ProvisionedThroughputExceededException"] }], "End": true } } }
                                      //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unthrown-error: `dynamodb:getItem` never throws `DynamoDb.ProvisionedThroughputExceededException`: its error names start with `DynamoDB.`
                                      // help: did you mean `DynamoDB.ProvisionedThroughputExceededException`?
        "#]]);
    }

    #[test]
    fn names_of_the_other_form() {
        let error = "ConditionalCheckFailedException";
        assert_eq!(
            said("dynamodb:putItem", &format!("DynamoDb.{error}")),
            format!("start with `DynamoDB.` DynamoDB.{error}")
        );
        assert_eq!(
            said("aws-sdk:dynamodb:putItem", &format!("DynamoDB.{error}")),
            format!("start with `DynamoDb.` DynamoDb.{error}")
        );
        assert_eq!(
            said("states:startExecution.sync:2", "Sfn.SfnException"),
            "start with `StepFunctions.` StepFunctions.SfnException"
        );
        assert_eq!(
            said("aws-sdk:sfn:startExecution", "StepFunctions.ExecutionAlreadyExistsException"),
            "start with `Sfn.` Sfn.ExecutionAlreadyExistsException"
        );
        assert_eq!(
            said("ecs:runTask.sync", "Ecs.ServerException"),
            "start with `AmazonECS.` or `ECS.` ECS.ServerException"
        );
        assert_eq!(
            said("http:invoke", "Http.StatusCode.429"),
            "start with `States.Http.` States.Http.StatusCode.429"
        );
    }

    #[test]
    fn names_that_are_not_whole() {
        assert_eq!(
            said("aws-sdk:s3:getObject", "S3.NoSuchKey"),
            "end in `Exception` S3.NoSuchKeyException S3.S3Exception"
        );
        let error = "Ec2.InvalidInstanceID.NotFound";
        assert_eq!(said("aws-sdk:ec2:stopInstances", error), "end in `Exception` Ec2.Ec2Exception");
        assert_eq!(
            said("aws-sdk:comprehend:detectSentiment", "InternalServerException"),
            "start with `Comprehend.` Comprehend.InternalServerException"
        );
    }

    #[test]
    fn names_that_the_model_does_not_have() {
        assert_eq!(
            said("aws-sdk:s3:getObject", "S3.SlowDownException"),
            "its model has no error of that name S3.S3Exception"
        );
        assert_eq!(
            said("aws-sdk:ec2:stopInstances", "Ec2.IncorrectStateException"),
            "its model has no error of that name Ec2.Ec2Exception"
        );
        // What resembles another is reported as misspelt.
        assert_eq!(said("aws-sdk:s3:getObject", "S3.NoSuchKeysException"), "");
        assert_eq!(
            said("dynamodb:putItem", "DynamoDb.ConditionalChekFailedException"),
            "start with `DynamoDB.` DynamoDB.ConditionalCheckFailedException"
        );
        assert_eq!(
            said("aws-sdk:dynamodb:putItem", "DynamoDB.ConditionalChekFailedException"),
            "start with `DynamoDb.` DynamoDb.ConditionalCheckFailedException"
        );
    }

    #[test]
    fn names_of_other_services() {
        assert_eq!(said("sqs:sendMessage", "Lambda.ServiceException"), "start with `SQS.`");
        assert_eq!(said("aws-sdk:sqs:sendMessage", "com.amazonaws.Fault"), "start with `Sqs.`");
    }

    #[test]
    fn nothing_is_said_of_what_may_be_thrown() {
        for (integration, errors) in [
            ("lambda:invoke", ["OrderNotFound", "DynamoDB.X", "NoSuchKeyException"]),
            ("aws-sdk:lambda:invoke", ["OrderNotFound", "DynamoDB.X", "NoSuchKeyException"]),
            ("sqs:sendMessage.waitForTaskToken", ["OrderNotFound", "DynamoDB.X", "NoSuchKeyException"]),
            ("aws-sdk:sqs:sendMessage.waitForTaskToken", ["OrderNotFound", "DynamoDB.X", "S3.NoSuchKey"]),
            ("aws-sdk:s3:getObject", ["S3.NoSuchKeyException", "S3.S3Exception", "Custom"]),
            (
                "aws-sdk:memorydb:createUser",
                ["MemoryDB.XException", "MemoryDb.UserAlreadyExistsException", "Custom"],
            ),
            (
                "aws-sdk:autoscaling:describePolicies",
                ["AutoScaling.ResourceContentionException", "Auto Scaling.XException", "A"],
            ),
            ("aws-sdk:newservice:act", ["S3.NoSuchKey", "Custom", "FooException"]),
            ("ecs:runTask", ["ECS.ClusterNotFoundException", "AmazonECS.Unknown", "Unheard.Of"]),
            ("ecs:runTask.sync", ["EventBridge.X", "Lambda.ServiceException", "OrderNotFound"]),
            ("bedrock:invokeModel", ["BedrockRuntime.X", "Bedrock.X", "Lambda.X"]),
        ] {
            for error in errors {
                assert_eq!(said(integration, error), "", "{integration} {error}");
            }
        }
    }
}
