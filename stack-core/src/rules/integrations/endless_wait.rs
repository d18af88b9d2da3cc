//! ## What it checks
//! A task that waits for a callback or an activity has `TimeoutSeconds` or `HeartbeatSeconds`, or the machine
//! has `TimeoutSeconds`.
//!
//! ## Why
//! If nobody answers, the execution hangs for up to a year, and nobody is told.
//!
//! ## Example
//! ```json
//! {
//!   "Type": "Task", "Resource": "arn:aws:states:us-east-1:123456789012:activity:approve",
//!   "End": true
//! }
//! ```
//! Instead:
//! ```json
//! {
//!   "Type": "Task", "Resource": "arn:aws:states:us-east-1:123456789012:activity:approve",
//!   "TimeoutSeconds": 86400, "End": true
//! }
//! ```
//!
//! ## Source
//! Without a timeout, a task may take 99,999,999 seconds and an execution a year (documented).

use crate::analysis::Analysis;
use crate::analysis::maps;
use crate::finding::{Findings, Rule, Severity};
use crate::language::MachineType;
use crate::language::states::task;

pub static RULE: Rule =
    Rule { id: "endless-wait", severity: Severity::Warning, source: include_str!("endless_wait.rs") };

const LIMITS: [&str; 4] =
    ["TimeoutSeconds", "TimeoutSecondsPath", "HeartbeatSeconds", "HeartbeatSecondsPath"];

pub(super) fn check(analysis: &Analysis<'_>, out: &Findings) {
    let machine = analysis.machine;
    // An Express execution cannot wait like this at all, which is its own fault.
    if machine.kind == MachineType::Express || machine.root.get("TimeoutSeconds").is_some() {
        return;
    }
    for (state, task) in analysis.tasks() {
        let label = match task.waits {
            Some("`.waitForTaskToken`") => "a callback",
            Some("an activity") => "an activity",
            _ => continue,
        };
        let limited = LIMITS.iter().any(|name| state.node.get(name).is_some());
        if !limited && !maps::in_express_child(machine, state) && task::SPEC.knows_all_of(state.node) {
            let message = format!("`{}` waits for {label} and never gives up", state.shown());
            out.report(&RULE, task.resource.site, message)
                .help("add `TimeoutSeconds`, or `HeartbeatSeconds`");
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn a_callback_and_an_activity() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "Parameters": { "QueueUrl": "https://q", "MessageBody": { "t.$": "$$.Task.Token" } }, "Next": "b" },
                                             //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ endless-wait: `a` waits for a callback and never gives up
                                             // help: add `TimeoutSeconds`, or `HeartbeatSeconds`
            "b": { "Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:us-east-1:123456789012:activity:a", "End": true }
                                                                         //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ endless-wait: `b` waits for an activity and never gives up
                                                                         // help: add `TimeoutSeconds`, or `HeartbeatSeconds`
        "#]]);
    }

    #[test]
    fn waits_with_a_limit_are_accepted() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "HeartbeatSecondsPath": "$.s", "Parameters": { "QueueUrl": "https://q", "MessageBody": { "t.$": "$$.Task.Token" } }, "Next": "b" },
            "b": { "Type": "Task", "Resource": "arn:aws:states:us-east-1:123456789012:activity:a", "TimeoutSeconds": 60, "Next": "c" },
            "c": { "Type": "Task", "Resource": "arn:aws:states:us-east-1:123456789012:activity:a", "TimeoutSecond": 60, "Next": "d" },
                                                                                                 //^^^^^^^^^^^^^^^ unknown-field: a Task state has no field `TimeoutSecond`
                                                                                                 // help: did you mean `TimeoutSeconds`?
            "d": { "Type": "Task", "Resource": "arn:aws:states:::batch:submitJob.sync", "Parameters": { "JobName": "j", "JobQueue": "q", "JobDefinition": "d" }, "End": true }
        "#]]);
    }

    #[test]
    fn a_limit_of_the_machine_is_enough() {
        check(expect![[r#"
            { "TimeoutSeconds": 3600, "StartAt": "a", "States": {
            "a": { "Type": "Task", "Resource": "arn:aws:states:us-east-1:123456789012:activity:a", "End": true } } }
        "#]]);
    }
}
