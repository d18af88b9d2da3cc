//! ## What it checks
//! `Resource` is a literal ARN in one of AWS's partitions. A CloudFormation placeholder (`${..}`) is fine; a
//! `{% .. %}` expression is not.
//!
//! ## Why
//! AWS refuses the definition.
//!
//! ## Example
//! ```json
//! "Resource": "my-function"
//! ```
//! Instead:
//! ```json
//! "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:my-function"
//! ```
//!
//! ## Source
//! `Value is not a valid resource ARN` (measured). An ARN of something that a task cannot run, such as a
//! queue, is `probably-refused`: AWS's answer is not recorded.

use super::unknown_integration;
use crate::finding::{Findings, Rule, Severity};
use crate::json::Site;
use crate::json::interpolation::is_filled_in;
use crate::rules::fields::probably_refused;
use crate::services;
use crate::text::cut;

pub static RULE: Rule =
    Rule { id: "not-an-arn", severity: Severity::Error, source: include_str!("not_an_arn.rs") };

/// Reports a `Resource` that is no ARN.
pub(crate) fn check_text(text: &str, site: Site, out: &Findings) {
    if text.starts_with("${") {
        return;
    }
    // Nearly all are of this one.
    let aws = text.starts_with("arn:aws:");
    if !aws && let Some(partition) = partition(text).filter(|it| !is_partition(it)) {
        let message = format!("AWS has no partition `{partition}`");
        out.report(&RULE, site, message)
            .inside(text, "arn:".len(), partition.len())
            .help("use `aws`, or `aws-cn` in China, or `aws-us-gov` in GovCloud");
        return;
    }
    if services::of_arn(text).is_some() {
        return;
    }
    if text.starts_with("arn:") {
        // What a placeholder becomes may have parts of its own.
        if text.bytes().filter(|&byte| byte == b':').count() < 5 && !is_filled_in(text) {
            out.report(&RULE, site, format!("`{text}` is incomplete: an ARN has six parts")).help(
                "write `arn:`, then partition, service, region, account and resource, separated by `:`",
            );
        } else if !is_filled_in(text) {
            check_service(text, site, out);
        }
        return;
    }
    let report = out.report(&RULE, site, "`Resource` takes an ARN, which starts with `arn:`");
    if text.starts_with("{%") {
        report.help("a resource cannot be computed");
    } else {
        report.help(
            "use the ARN of a function, or that of an integration, such as `arn:aws:states:::lambda:invoke`",
        );
    }
}

/// Whether a text may be a function's name, perhaps with a version or an alias.
fn is_function(name: &str) -> bool {
    let mut parts = name.split(':');
    let whole =
        parts.next().is_some_and(|name| !name.is_empty()) && parts.next().is_none_or(|it| !it.is_empty());
    whole && parts.next().is_none() && !name.contains(char::is_whitespace)
}

/// The partition, if the text has the form of an ARN.
fn partition(text: &str) -> Option<&str> {
    let (partition, rest) = cut(text.strip_prefix("arn:")?, b':')?;
    (rest.bytes().filter(|&byte| byte == b':').count() >= 3).then_some(partition)
}

/// Whether it may be a partition: AWS may add some, and a tool may replace what is no word.
fn is_partition(name: &str) -> bool {
    let is_word = || name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    name == "aws" || name.starts_with("aws-") || !is_word()
}

/// Warns of ARNs of what no task can run.
fn check_service(arn: &str, site: Site, out: &Findings) {
    let mut parts = arn.splitn(6, ':').skip(2);
    let mut part = || parts.next().unwrap_or_default();
    let (service, region, account, resource) = (part(), part(), part(), part());
    let (fault, help) = match service {
        "lambda" if resource.strip_prefix("function:").is_some_and(is_function) => {
            if !region.is_empty() && !account.is_empty() {
                return;
            }
            ("names no region or no account", "the ARN of a function has both")
        }
        "lambda" => (
            "is not the ARN of a function",
            "the ARN of a function ends in `:function:name`, or `:function:name:alias`",
        ),
        "states" if resource.starts_with("activity:") => return,
        "states" if resource.starts_with("stateMachine:") => (
            "is a state machine, which a task cannot run directly",
            "use `states:startExecution` with this `StateMachineArn`",
        ),
        "states" if !services::RESOURCES.iter().any(|it| resource.starts_with(it)) => {
            let message = format!("`{arn}` is neither an activity nor an integration");
            out.report(&unknown_integration::RULE, site, message)
                .help("three colons stand before an integration: `arn:aws:states:::lambda:invoke`");
            return;
        }
        _ => {
            let help = "to call a service, use an integration, such as `arn:aws:states:::sqs:sendMessage`";
            ("is neither a function, an integration nor an activity", help)
        }
    };
    out.report(&probably_refused::RULE, site, format!("`{arn}` {fault}")).help(help);
}

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn a_name_is_reported() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "my-function", "Next": "b" }, "b": { "Type": "Task", "Resource": "${Function}", "End": true }
                                             //^^^^^^^^^^^^^ not-an-arn: `Resource` takes an ARN, which starts with `arn:`
                                             // help: use the ARN of a function, or that of an integration, such as `arn:aws:states:::lambda:invoke`
        "#]]);
    }

    #[test]
    fn the_start_of_one() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:lambda", "Next": "b" },
                                             //^^^^^^^^^^^^^^^^ not-an-arn: `arn:aws:lambda` is incomplete: an ARN has six parts
                                             // help: write `arn:`, then partition, service, region, account and resource, separated by `:`
            "b": { "Type": "Task", "Resource": "arn:aws:${Rest}", "Next": "c" },
            "c": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": { "QueueUrl": "https://q", "MessageBody": "m" }, "End": true }
        "#]]);
    }

    #[test]
    fn shapes_of_functions_and_integrations() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:111122223333:function:", "Next": "b" },
                                             //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ probably-refused: `arn:aws:lambda:eu-west-1:111122223333:function:` is not the ARN of a function
                                             // help: the ARN of a function ends in `:function:name`, or `:function:name:alias`
            "b": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:111122223333:function:f:1:2", "Next": "c" },
                                             //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ probably-refused: `arn:aws:lambda:eu-west-1:111122223333:function:f:1:2` is not the ARN of a function
                                             // help: the ARN of a function ends in `:function:name`, or `:function:name:alias`
            "c": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1::function:f", "Next": "d" },
                                             //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ probably-refused: `arn:aws:lambda:eu-west-1::function:f` names no region or no account
                                             // help: the ARN of a function has both
            "d": { "Type": "Task", "Resource": "arn:aws:lambda:REGION:ACCOUNT:function:f:$LATEST", "Next": "e" },
            "e": { "Type": "Task", "Resource": "arn:aws:states::lambda:invoke", "Next": "f" },
                                             //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown-integration: `arn:aws:states::lambda:invoke` is neither an activity nor an integration
                                             // help: three colons stand before an integration: `arn:aws:states:::lambda:invoke`
            "f": { "Type": "Task", "Resource": "arn:aws:states::::lambda:invoke", "Parameters": {}, "End": true }
                                             //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown-integration: `arn:aws:states::::lambda:invoke` names no service
                                             // help: in `arn:aws:states::::lambda:invoke`
                                             //                            ^
                                             // help: write `service:action` after three colons: `arn:aws:states:::lambda:invoke`
        "#]]);
    }

    #[test]
    fn of_no_partition() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:awz:lambda:eu-west-1:111122223333:function:f", "Next": "b" },
                                             //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ not-an-arn: AWS has no partition `awz`
                                             // help: in `arn:awz:lambda:eu-west-1:111122223333:function:f`
                                             //               ^^^
                                             // help: use `aws`, or `aws-cn` in China, or `aws-us-gov` in GovCloud
            "b": { "Type": "Task", "Resource": "arn::states:::lambda:invoke", "Parameters": { "FunctionName": "f" }, "Next": "c" },
                                             //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ not-an-arn: AWS has no partition ``
                                             // help: in `arn::states:::lambda:invoke`
                                             //               ^
                                             // help: use `aws`, or `aws-cn` in China, or `aws-us-gov` in GovCloud
            "c": { "Type": "Task", "Resource": "arn:aws-us-gov:states:::lambda:invoke", "Parameters": { "FunctionName": "f" }, "Next": "d" },
            "d": { "Type": "Task", "Resource": "arn:${Partition}:states:::lambda:invoke", "Parameters": { "FunctionName": "f" }, "Next": "e" },
            "e": { "Type": "Task", "Resource": "arn:#{Partition}:states:::lambda:invoke", "Parameters": { "FunctionName": "f" }, "End": true }
        "#]]);
    }

    #[test]
    fn of_what_no_task_runs() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:111122223333:bill", "Next": "b" },
                                             //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ probably-refused: `arn:aws:lambda:eu-west-1:111122223333:bill` is not the ARN of a function
                                             // help: the ARN of a function ends in `:function:name`, or `:function:name:alias`
            "b": { "Type": "Task", "Resource": "arn:aws:sqs:eu-west-1:111122223333:orders", "Next": "c" },
                                             //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ probably-refused: `arn:aws:sqs:eu-west-1:111122223333:orders` is neither a function, an integration nor an activity
                                             // help: to call a service, use an integration, such as `arn:aws:states:::sqs:sendMessage`
            "c": { "Type": "Task", "Resource": "arn:aws:states:eu-west-1:111122223333:stateMachine:m", "Next": "d" },
                                             //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ probably-refused: `arn:aws:states:eu-west-1:111122223333:stateMachine:m` is a state machine, which a task cannot run directly
                                             // help: use `states:startExecution` with this `StateMachineArn`
            "d": { "Type": "Task", "Resource": "arn:aws:states:eu-west-1:111122223333:athena:getQueryResults", "Parameters": { "QueryExecutionId": "q" }, "Next": "e" },
            "e": { "Type": "Task", "Resource": "arn:aws:states:eu-west-1:111122223333:activity:a", "TimeoutSeconds": 9, "Next": "f" },
            "f": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:111122223333:function:bill:live", "End": true }
        "#]]);
    }

    #[test]
    fn an_expression_is_reported() {
        check(expect![[r#"
            { "QueryLanguage": "JSONata", "StartAt": "a", "States": {
            "a": { "Type": "Task", "Resource": "{% $f %}", "End": true }
                                             //^^^^^^^^^^ not-an-arn: `Resource` takes an ARN, which starts with `arn:`
                                             // help: a resource cannot be computed
            } }
        "#]]);
    }
}
