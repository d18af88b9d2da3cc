//! ## What it checks
//! `$$.Map` is read only in a Map state or inside one. `$$.Task.Token` is read only in a task that waits for
//! a token (a `.waitForTaskToken` integration or an activity) or for a job that it started (`.sync`). The same
//! holds for `$states.context` in JSONata.
//!
//! ## Why
//! Anywhere else the context object has no such member, and the execution fails when it reads it. Of the token that is
//! not certain, so it is a warning, and so is what is caught, or may have no value.
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

use crate::analysis::expressions::Expression;
use crate::analysis::tasks;
use crate::analysis::uses::PathUse;
use crate::analysis::{Analysis, is_certain};
use crate::expression::path::{Root, Step};
use crate::finding::{Findings, Report, Rule, Severity};
use crate::json::Site;
use crate::json::interpolation::is_filled_in;
use crate::language::StateKind;
use crate::model::{Machine, State};
use crate::services;

pub static RULE: Rule = Rule {
    id: "absent-context-member",
    severity: Severity::Deny,
    source: include_str!("absent_context_member.rs"),
};

pub(super) fn check(analysis: &Analysis<'_>, out: &Findings) {
    let machine = analysis.machine;
    for it in analysis.uses().iter().filter(|it| it.path.root == Root::Context) {
        if let Some(state) = machine.states.get(it.state) {
            check_use(machine, state, it, out);
        }
    }
}

fn check_use(machine: &Machine<'_>, state: &State<'_>, it: &PathUse<'_>, out: &Findings) {
    let mut steps = it.path.steps().map(|(_, step)| match step {
        Step::Name(name) => name.written,
        _ => "",
    });
    if let Some(absent) = absent(machine, state, steps.next(), steps.next()) {
        let soft = !is_certain(state, it.site);
        absent.report("$$", it.text, it.offset, it.site, out).warns_if(soft);
    }
}

pub(super) fn check_expression(analysis: &Analysis<'_>, expression: &Expression<'_, '_>, out: &Findings) {
    let machine = analysis.machine;
    let Expression { text: it, uses, .. } = expression;
    for (offset, fields) in &uses.states {
        let mut words = fields.iter().map(|field| field.word);
        if words.next() == Some("context")
            && let Some(state) = machine.states.get(it.state)
            && let Some(absent) = absent(machine, state, words.next(), words.next())
        {
            let soft = analysis.may_catch_query(it.state) || !expression.needs(*offset);
            absent.report("$states.context", it.text, offset + 2, it.site, out).warns_if(soft);
        }
    }
}

/// A member that the context object does not have here.
enum Absent {
    Map,
    /// The token, and whether the state is a task.
    Token(bool),
}

/// Which of the first two members of a path is absent.
fn absent(
    machine: &Machine<'_>,
    state: &State<'_>,
    first: Option<&str>,
    second: Option<&str>,
) -> Option<Absent> {
    match (first?, second) {
        ("Map", _) => (!in_map(machine, state)).then_some(Absent::Map),
        ("Task", Some("Token")) => {
            has_no_token(state).then_some(Absent::Token(state.kind == Some(StateKind::Task)))
        }
        _ => None,
    }
}

impl Absent {
    /// Reports it. `context` is what the text calls the context object, at `offset`.
    fn report<'o>(
        self,
        context: &str,
        text: &str,
        offset: usize,
        site: Site,
        out: &'o Findings,
    ) -> Report<'o> {
        let (message, member) = match self {
            Absent::Map => (format!("`{context}.Map` exists only in a Map state or inside one"), ".Map"),
            Absent::Token(_) => {
                ("there is no task token here: this state does not wait for one".into(), ".Task.Token")
            }
        };
        let report = out.report(&RULE, site, message).inside(text, offset, context.len() + member.len());
        match self {
            Absent::Token(true) => report.warns_if(true).help("end the `Resource` with `.waitForTaskToken`"),
            Absent::Token(false) => report.warns_if(true),
            Absent::Map => report,
        }
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
    match tasks::integration(resource) {
        // A `.sync` task has one, by which others may end it. Another suffix may be a misspelt one.
        Some(name) => services::split(name).1.is_empty(),
        // What CloudFormation fills in may be an activity.
        None => {
            let known = resource.as_str().is_some_and(|text| text.starts_with("arn:") && !is_filled_in(text));
            known && tasks::waits(resource).is_none()
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
                                                        //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ absent-context-member: `$$.Map` exists only in a Map state or inside one
                                                        // help: in `States.Format('{}', $$.Map.Item.Index)`
                                                        //                               ^^^^^^
        "#]]);
    }

    #[test]
    fn the_map_is_there_inside_a_map() {
        check(expect![[r#"
            "m": { "Type": "Map", "ItemSelector": { "v.$": "$$.Map.Item.Value" }, "ItemProcessor": { "StartAt": "p", "States": {
            "p": { "Type": "Parallel", "Branches": [{ "StartAt": "i", "States": { "i": { "Type": "Pass", "InputPath": "$$.Map.Item.Index", "End": true } } }], "End": true } } }, "End": true }
        "#]]);
    }

    #[test]
    fn a_token_of_no_waiting_task_is_reported() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": { "QueueUrl": "https://q", "MessageBody": { "t.$": "$$.Task.Token" } }, "Next": "b" },
                                                                                                                                                  //^^^^^^^^^^^^^^^ absent-context-member (warning): there is no task token here: this state does not wait for one
                                                                                                                                                  // help: in `$$.Task.Token`
                                                                                                                                                  //           ^^^^^^^^^^^^^
                                                                                                                                                  // help: end the `Resource` with `.waitForTaskToken`
            "b": { "Type": "Pass", "InputPath": "$$.Task.Token", "Next": "c" },
                                              //^^^^^^^^^^^^^^^ absent-context-member (warning): there is no task token here: this state does not wait for one
                                              // help: in `$$.Task.Token`
                                              //           ^^^^^^^^^^^^^
            "c": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "TimeoutSeconds": 60, "Parameters": { "QueueUrl": "https://q", "MessageBody": { "t.$": "$$.Task.Token" } }, "Next": "d" },
            "d": { "Type": "Task", "Resource": "arn:aws:states:eu-west-1:123456789012:activity:a", "TimeoutSeconds": 60, "Parameters": { "t.$": "$$.Task.Token" }, "Next": "e" },
            "e": { "Type": "Task", "Resource": "${Activity}", "Parameters": { "t.$": "$$.Task.Token" }, "Next": "f" },
            "f": { "Type": "Task", "Resource": "arn:aws:states:::states:startExecution.sync", "Parameters": { "StateMachineArn.$": "$.m", "Input": { "t.$": "$$.Task.Token" } }, "End": true }
        "#]]);
    }

    #[test]
    fn in_jsonata() {
        check(expect![[r#"
            { "QueryLanguage": "JSONata", "StartAt": "a", "States": {
            "a": { "Type": "Pass", "Output": "{% $states.context.Map.Item.Value %}", "Next": "b" },
                                           //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ absent-context-member: `$states.context.Map` exists only in a Map state or inside one
                                           // help: in `{% $states.context.Map.Item.Value %}`
                                           //              ^^^^^^^^^^^^^^^^^^^
            "b": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Arguments": { "QueueUrl": "https://q", "MessageBody": "{% $states.context.Task.Token %}" }, "Next": "m" },
                                                                                                                                        //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ absent-context-member (warning): there is no task token here: this state does not wait for one
                                                                                                                                        // help: in `{% $states.context.Task.Token %}`
                                                                                                                                        //              ^^^^^^^^^^^^^^^^^^^^^^^^^^
                                                                                                                                        // help: end the `Resource` with `.waitForTaskToken`
            "m": { "Type": "Map", "Items": "{% $states.input.x %}", "ItemSelector": "{% $states.context.Map.Item.Value %}", "ItemProcessor": { "StartAt": "i", "States": {
            "i": { "Type": "Pass", "Output": "{% $states.context.Map.Item.Index %}", "End": true } } }, "Next": "c" },
            "c": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "TimeoutSeconds": 60, "Arguments": { "QueueUrl": "https://q", "MessageBody": "{% $states.context.Task.Token %}" }, "End": true } } }
        "#]]);
    }
}
