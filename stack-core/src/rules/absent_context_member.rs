//! ## What it checks
//! `$$.Map` is read only in a Map state or inside one. `$$.Task.Token` is read only in a task that waits for
//! a token (a `.waitForTaskToken` integration or an activity) or for a job that it started (`.sync`).
//!
//! ## Why
//! Anywhere else the context object has no such member, and the execution fails when it reads it.
//!
//! ## Example
//! ```json
//! { "Type": "Pass", "Parameters": { "item.$": "$$.Map.Item.Value" }, "End": true }
//! ```
//! Instead:
//! ```json
//! { "Type": "Pass", "Parameters": { "item.$": "$.item" }, "End": true }
//! ```
//!
//! ## Source
//! The documentation of the context object; not confirmed on AWS. The documentation does not mention a token
//! for `.sync` integrations, but a test that LocalStack recorded on AWS shows that there is one and what it
//! is for (`test_sync_with_task_token`).

use super::Rule;
use crate::finding::{Findings, Severity};
use crate::model::{Machine, State, StateKind};
use crate::path::{Root, Step};
use crate::services;
use crate::states::task;
use crate::uses::Use;

pub static RULE: Rule = Rule {
    id: "absent-context-member",
    severity: Severity::Warning,
    check: Some(check),
    source: include_str!("absent_context_member.rs"),
};

fn check(machine: &Machine<'_>, out: &Findings) {
    for it in machine.uses.iter().filter(|it| it.path.root == Root::Context) {
        if let Some(state) = machine.states.get(it.state) {
            look(machine, state, it, out);
        }
    }
}

fn look(machine: &Machine<'_>, state: &State<'_>, it: &Use<'_>, out: &Findings) {
    let mut steps = it.path.steps().map(|(_, step)| step);
    match (steps.next(), steps.next()) {
        (Some(Step::Name("Map")), _) if !in_map(machine, state) => {
            let message = "`$$.Map` is there only in a Map state and inside of one";
            out.report(&RULE, it.site, message).inside(it.text, it.offset, "$$.Map".len());
        }
        (Some(Step::Name("Task")), Some(Step::Name("Token"))) if has_no_token(state) => {
            let message = "there is no task token here: this state waits for none";
            let report = out.report(&RULE, it.site, message);
            let report = report.inside(it.text, it.offset, "$$.Task.Token".len());
            if state.kind == Some(StateKind::Task) {
                report.help("end the `Resource` with `.waitForTaskToken`");
            }
        }
        _ => {}
    }
}

/// Whether the state is a Map, or in one at any depth.
fn in_map(machine: &Machine<'_>, state: &State<'_>) -> bool {
    let mut state = Some(state);
    while let Some(it) = state {
        if it.kind.is_none_or(|kind| kind == StateKind::Map) {
            return true;
        }
        let owner = machine.container_of(it).and_then(|container| container.owner);
        state = owner.and_then(|owner| machine.states.get(owner));
    }
    false
}

/// Whether it is certain that the state gets no task token.
fn has_no_token(state: &State<'_>) -> bool {
    if state.kind != Some(StateKind::Task) {
        return true;
    }
    let Some(resource) = state.node.get("Resource") else { return false };
    match task::integration(resource) {
        // A `.sync` task has one, by which others may end it. Another suffix may be a misspelt one.
        Some(name) => services::split(name).1.is_empty(),
        // What CloudFormation fills in may be an activity.
        None => {
            let known =
                resource.as_str().is_some_and(|text| text.starts_with("arn:") && !text.contains("${"));
            known && task::waits(resource).is_none()
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn map_outside_of_a_map() {
        check(expect![[r#"
            "a": { "Type": "Pass", "Parameters": { "a.$": "States.Format('{}', $$.Map.Item.Index)" }, "End": true }
                                                        //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ absent-context-member: `$$.Map` is there only in a Map state and inside of one
                                                        // help: in `States.Format('{}', $$.Map.Item.Index)`
                                                        //                               ^^^^^^
        "#]]);
    }

    #[test]
    fn map_in_a_map() {
        check(expect![[r#"
            "m": { "Type": "Map", "ItemSelector": { "v.$": "$$.Map.Item.Value" }, "ItemProcessor": { "StartAt": "p", "States": {
            "p": { "Type": "Parallel", "Branches": [{ "StartAt": "i", "States": { "i": { "Type": "Pass", "InputPath": "$$.Map.Item.Index", "End": true } } }], "End": true } } }, "End": true }
        "#]]);
    }

    #[test]
    fn tokens() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": { "QueueUrl": "https://q", "MessageBody": { "t.$": "$$.Task.Token" } }, "Next": "b" },
                                                                                                                                                  //^^^^^^^^^^^^^^^ absent-context-member: there is no task token here: this state waits for none
                                                                                                                                                  // help: in `$$.Task.Token`
                                                                                                                                                  //           ^^^^^^^^^^^^^
                                                                                                                                                  // help: end the `Resource` with `.waitForTaskToken`
            "b": { "Type": "Pass", "InputPath": "$$.Task.Token", "Next": "c" },
                                              //^^^^^^^^^^^^^^^ absent-context-member: there is no task token here: this state waits for none
                                              // help: in `$$.Task.Token`
                                              //           ^^^^^^^^^^^^^
            "c": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "TimeoutSeconds": 60, "Parameters": { "QueueUrl": "https://q", "MessageBody": { "t.$": "$$.Task.Token" } }, "Next": "d" },
            "d": { "Type": "Task", "Resource": "arn:aws:states:eu-west-1:123456789012:activity:a", "TimeoutSeconds": 60, "Parameters": { "t.$": "$$.Task.Token" }, "Next": "e" },
            "e": { "Type": "Task", "Resource": "${Activity}", "Parameters": { "t.$": "$$.Task.Token" }, "Next": "f" },
            "f": { "Type": "Task", "Resource": "arn:aws:states:::states:startExecution.sync", "Parameters": { "StateMachineArn.$": "$.m", "Input": { "t.$": "$$.Task.Token" } }, "End": true }
        "#]]);
    }
}
