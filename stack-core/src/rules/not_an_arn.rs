//! ## What it checks
//! `Resource` is a literal ARN. A CloudFormation placeholder (`${..}`) is fine; a `{% .. %}` expression is
//! not.
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

use super::{Rule, probably_refused};
use crate::finding::{Findings, Severity};
use crate::services;
use crate::site::Site;

pub static RULE: Rule =
    Rule { id: "not-an-arn", severity: Severity::Error, check: None, source: include_str!("not_an_arn.rs") };

/// Reports a `Resource` that is no ARN.
pub(crate) fn check_text(text: &str, site: Site, out: &Findings) {
    if text.starts_with("${") || services::of_arn(text).is_some() {
        return;
    }
    if text.starts_with("arn:") {
        // What a placeholder becomes may have parts of its own.
        if text.bytes().filter(|&byte| byte == b':').count() < 5 && !text.contains("${") {
            out.report(&RULE, site, format!("`{text}` is incomplete: an ARN has six parts")).help(
                "write `arn:`, then partition, service, region, account and resource, separated by `:`",
            );
        } else if !text.contains("${") {
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

/// Warns of ARNs of what no task can run.
fn check_service(arn: &str, site: Site, out: &Findings) {
    let mut parts = arn.splitn(6, ':').skip(2);
    let (service, resource) = (parts.next().unwrap_or_default(), parts.nth(2).unwrap_or_default());
    let (what, help) = match service {
        "lambda" if resource.starts_with("function:") => return,
        "lambda" => ("is not the ARN of a function", "the ARN of a function ends in `:function:name`"),
        "states" if resource.starts_with("activity:") => return,
        "states" if resource.starts_with("stateMachine:") => (
            "is a state machine, which a task cannot run directly",
            "use `states:startExecution` with this `StateMachineArn`",
        ),
        _ => {
            let help = "to call a service, use an integration, such as `arn:aws:states:::sqs:sendMessage`";
            ("is neither a function, an integration nor an activity", help)
        }
    };
    out.report(&probably_refused::RULE, site, format!("`{arn}` {what}")).help(help);
}

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn a_name() {
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
    fn of_what_no_task_runs() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:111122223333:bill", "Next": "b" },
                                             //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ probably-refused: `arn:aws:lambda:eu-west-1:111122223333:bill` is not the ARN of a function
                                             // help: the ARN of a function ends in `:function:name`
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
    fn an_expression() {
        check(expect![[r#"
            { "QueryLanguage": "JSONata", "StartAt": "a", "States": {
            "a": { "Type": "Task", "Resource": "{% $f %}", "End": true }
                                             //^^^^^^^^^^ not-an-arn: `Resource` takes an ARN, which starts with `arn:`
                                             // help: a resource cannot be computed
            } }
        "#]]);
    }
}
