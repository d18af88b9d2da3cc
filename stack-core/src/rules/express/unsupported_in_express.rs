//! ## What it checks
//! An Express machine has no `.sync` or `.waitForTaskToken` integration, no activity and no distributed Map.
//!
//! ## Why
//! AWS refuses the definition: an Express execution runs for five minutes at most and cannot wait for these.
//!
//! ## Example
//! ```json
//! "Resource": "arn:aws:states:::states:startExecution.sync"
//! ```
//! Instead:
//! ```json
//! "Resource": "arn:aws:states:::states:startExecution"
//! ```
//!
//! ## Source
//! `Express state machine does not support '.sync' service integration` (recorded); for the distributed Map,
//! measured.

use crate::analysis::Analysis;
use crate::analysis::maps;
use crate::finding::{Findings, Rule, Severity};
use crate::language::MachineType;
use crate::rules::fields::probably_refused;

pub static RULE: Rule = Rule {
    id: "unsupported-in-express",
    severity: Severity::Error,
    source: include_str!("unsupported_in_express.rs"),
};

pub(super) fn check(analysis: &Analysis<'_>, out: &Findings) {
    let machine = analysis.machine;
    let express = machine.kind == MachineType::Express;
    for (state, task) in analysis.tasks() {
        let Some(label) = task.waits else { continue };
        let site = task.resource.site;
        if express {
            out.report(&RULE, site, format!("an Express machine cannot use {label}"))
                .help("use the integration without it, or make the machine Standard");
        } else if maps::in_express_child(machine, state) {
            let message =
                format!("the Express child executions of a distributed Map probably cannot use {label}");
            out.report(&probably_refused::RULE, site, message)
                .help("set the Map's `ExecutionType` to `STANDARD`");
        }
    }
    if express {
        for (_, processor) in maps::processors(machine) {
            let mode = processor.get("ProcessorConfig").and_then(|config| config.get("Mode"));
            if let Some(mode) = mode.filter(|mode| mode.as_str() == Some("DISTRIBUTED")) {
                out.report(&RULE, mode.site, "an Express machine cannot have a distributed Map")
                    .help("make the Map `INLINE`, or the machine Standard");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{check, check_express};
    use expect_test::expect;

    #[test]
    fn tasks_that_wait_are_reported() {
        check_express(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:states:::states:startExecution.sync:2", "Parameters": { "StateMachineArn": "arn:aws:states:eu-west-1:123456789012:stateMachine:m" }, "Next": "b" },
                                             //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsupported-in-express: an Express machine cannot use `.sync`
                                             // help: use the integration without it, or make the machine Standard
            "b": { "Type": "Task", "Resource": "arn:aws:states:::sns:publish.waitForTaskToken", "TimeoutSeconds": 9, "Parameters": { "TopicArn": "arn:aws:sns:eu-west-1:123456789012:t", "Message.$": "$$.Task.Token" }, "Next": "c" },
                                             //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsupported-in-express: an Express machine cannot use `.waitForTaskToken`
                                             // help: use the integration without it, or make the machine Standard
            "c": { "Type": "Task", "Resource": "arn:aws:states:eu-west-1:123456789012:activity:a", "TimeoutSeconds": 9, "Next": "d" },
                                             //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsupported-in-express: an Express machine cannot use an activity
                                             // help: use the integration without it, or make the machine Standard
            "d": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "End": true }
        "#]]);
    }

    #[test]
    fn a_distributed_map() {
        check_express(expect![[r#"
            "m": { "Type": "Map", "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS" }, "StartAt": "a", "States": { "a": { "Type": "Succeed" } } }, "End": true }
                                                                                //^^^^^^^^^^^^^ unsupported-in-express: an Express machine cannot have a distributed Map
                                                                                // help: make the Map `INLINE`, or the machine Standard
        "#]]);
    }

    #[test]
    fn a_standard_machine_is_accepted() {
        check(expect![[r#"
            "aa": { "Type": "Task", "Resource": "arn:aws:states:::states:startExecution.sync:2", "Parameters": { "StateMachineArn": "arn:aws:states:eu-west-1:123456789012:stateMachine:m" }, "Next": "b" },
            "b": { "Type": "Task", "Resource": "arn:aws:states:::sns:publish.waitForTaskToken", "TimeoutSeconds": 9, "Parameters": { "TopicArn": "arn:aws:sns:eu-west-1:123456789012:t", "Message.$": "$$.Task.Token" }, "Next": "c" },
            "c": { "Type": "Task", "Resource": "arn:aws:states:eu-west-1:123456789012:activity:a", "TimeoutSeconds": 9, "Next": "d" },
            "d": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "End": true }
        "#]]);
    }

    #[test]
    fn the_express_children_of_a_standard_machine() {
        check(expect![[r#"
            "m": { "Type": "Map", "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS" }, "StartAt": "a", "States": {
            "a": { "Type": "Task", "Resource": "arn:aws:states:::sns:publish.waitForTaskToken", "TimeoutSeconds": 9, "Parameters": { "TopicArn": "arn:aws:sns:eu-west-1:123456789012:t", "Message.$": "$$.Task.Token" }, "End": true } } }, "End": true }
                                             //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ probably-refused: the Express child executions of a distributed Map probably cannot use `.waitForTaskToken`
                                             // help: set the Map's `ExecutionType` to `STANDARD`
        "#]]);
    }
}
