//! ## What it checks
//! A task that waits for its token passes it on: its `Parameters` (in JSONata, its `Arguments`) read it from
//! the context object.
//!
//! ## Why
//! Nobody can return a token that nobody received: the task waits until it times out, by default after a
//! year. It is a warning where a catcher catches that.
//!
//! ## Example
//! ```json
//! { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
//!   "TimeoutSeconds": 3600,
//!   "Parameters": { "QueueUrl": "https://example.com/q", "MessageBody": "do it" }, "End": true }
//! ```
//! Instead:
//! ```json
//! {
//!   "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
//!   "TimeoutSeconds": 3600,
//!   "Parameters": {
//!     "QueueUrl": "https://example.com/q",
//!     "MessageBody": { "token.$": "$$.Task.Token" }
//!   },
//!   "End": true
//! }
//! ```
//!
//! ## Source
//! The documentation of callbacks; AWS accepts the definition.

use crate::analysis::Analysis;
use crate::analysis::tasks::Task;
use crate::analysis::uses::PathUse;
use crate::expression::intrinsic;
use crate::expression::path::{self, Root, Step};
use crate::finding::{Findings, Rule, Severity};
use crate::json::interpolation::is_filled_in;
use crate::json::{Hole, Json, Member, Node};
use crate::language::{MachineType, QueryLanguage};
use crate::model::StateSet;

pub static RULE: Rule =
    Rule { id: "unused-task-token", severity: Severity::Deny, source: include_str!("unused_task_token.rs") };

/// What ends a wait, and the error that says so.
const TIMEOUTS: [(&str, &str); 4] = [
    ("TimeoutSeconds", "States.Timeout"),
    ("TimeoutSecondsPath", "States.Timeout"),
    ("HeartbeatSeconds", "States.HeartbeatTimeout"),
    ("HeartbeatSecondsPath", "States.HeartbeatTimeout"),
];

pub(super) fn check(analysis: &Analysis<'_>, out: &Findings) {
    let machine = analysis.machine;
    if machine.kind == MachineType::Express {
        // The task cannot be there at all.
        return;
    }
    let waits = |task: &Task<'_>| task.waits == Some("`.waitForTaskToken`");
    if !analysis.tasks().any(|(_, task)| waits(task)) {
        return;
    }
    let hands_on = |it: &&PathUse<'_>| {
        let mut steps = it.path.steps().map(|(_, step)| step);
        let token = match (steps.next(), steps.next()) {
            (None, _) => true,
            (Some(step), _) if step.several().is_some() => true,
            // Another member of `Task`, or a `Token` of something else, is misspelt, which is reported as such.
            (Some(Step::Name(name)), next) => {
                name.written == "Task" || matches!(next, Some(Step::Name(name)) if name.written == "Token")
            }
            _ => false,
        };
        it.path.root == Root::Context && token
    };
    let mut handing = StateSet::new(machine);
    for it in analysis.uses().iter().filter(hands_on) {
        handing.add(it.state);
    }
    for (state, task) in analysis.tasks().filter(|(_, task)| waits(task)) {
        let (field, reads, how) = match state.language {
            QueryLanguage::JsonPath => (
                "Parameters",
                handing.contains(state.id),
                "under a key that ends in `.$`, write `$$.Task.Token`",
            ),
            QueryLanguage::Jsonata => ("Arguments", false, "write `{% $states.context.Task.Token %}`"),
        };
        // Without any it asks for another kind of help.
        let Some(told) = state.node.get(field) else { continue };
        if reads || state.node.is_partial() || may_hold_token(told) {
            continue;
        }
        let message = format!("`{}` waits for its task token, but passes it to nobody", state.shown());
        // What ends the wait may be all that is wanted.
        let ends =
            |field: &str, error| state.node.get(field).is_some() && analysis.may_catch(state.id, error);
        let soft = TIMEOUTS.iter().any(|&(field, error)| ends(field, error));
        out.report(&RULE, task.resource.site, message)
            .warns_if(soft)
            .help(format!("in its `{field}`, {how}"));
    }
}

/// Whether a value may hold the token without a path of JSONPath: an expression, or what cannot be seen here.
fn may_hold_token(node: &Node<'_>) -> bool {
    match &node.json {
        Json::Broken | Json::Hole(Hole::Expression(_)) => true,
        Json::String(text) => is_filled_in(text) || text.starts_with("{%") && reads_context(text),
        Json::Array(items) => items.iter().any(may_hold_token),
        Json::Object(members) => {
            members.iter().any(|member| is_faulty(member) || may_hold_token(&member.value))
        }
        _ => false,
    }
}

/// Whether it is a path into the context object, or a call with one, that cannot be read: that is another fault, and
/// the token may be meant.
fn is_faulty(member: &Member<'_>) -> bool {
    let text = member.value.as_str().filter(|text| member.key.value.ends_with(".$") && text.contains("$$"));
    text.is_some_and(|text| path::parse(text).is_err() && intrinsic::parse(text).is_err())
}

/// Whether an expression may read the context object: `$states` has other members, but may be read whole.
fn reads_context(text: &str) -> bool {
    text.contains("context") || text.split("$states").skip(1).any(|rest| !rest.starts_with(".input"))
}

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn the_token_is_not_passed_on() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "TimeoutSeconds": 60, "Parameters": { "QueueUrl": "https://q", "MessageBody.$": "$.body" }, "Next": "b" },
                                             //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unused-task-token: `a` waits for its task token, but passes it to nobody
                                             // help: in its `Parameters`, under a key that ends in `.$`, write `$$.Task.Token`
            "b": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "TimeoutSeconds": 60, "Parameters": { "QueueUrl": "https://q", "MessageBody.$": "$$.State.Name" }, "Next": "c" },
                                             //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unused-task-token: `b` waits for its task token, but passes it to nobody
                                             // help: in its `Parameters`, under a key that ends in `.$`, write `$$.Task.Token`
            "c": { "Type": "Task", "Resource": "arn:aws:states:::eks:call.waitForTaskToken", "TimeoutSeconds": 60, "Parameters": { "CertificateAuthority": "c", "ClusterName": "n", "Endpoint": "https://e", "Method": "GET", "Path": "/" }, "End": true }
                                             //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unused-task-token: `c` waits for its task token, but passes it to nobody
                                             // help: in its `Parameters`, under a key that ends in `.$`, write `$$.Task.Token`
        "#]]);
    }

    #[test]
    fn a_caught_timeout_softens_it() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "HeartbeatSeconds": 60, "Parameters": { "QueueUrl": "https://q", "MessageBody.$": "$.body" }, "Catch": [{ "ErrorEquals": ["States.HeartbeatTimeout"], "Next": "b" }], "Next": "b" },
                                             //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unused-task-token (warning): `a` waits for its task token, but passes it to nobody
                                             // help: in its `Parameters`, under a key that ends in `.$`, write `$$.Task.Token`
            "b": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "TimeoutSeconds": 60, "Parameters": { "QueueUrl": "https://q", "MessageBody.$": "$.body" }, "Catch": [{ "ErrorEquals": ["States.TaskFailed"], "Next": "c" }], "Next": "c" },
                                             //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unused-task-token: `b` waits for its task token, but passes it to nobody
                                             // help: in its `Parameters`, under a key that ends in `.$`, write `$$.Task.Token`
            "c": { "Type": "Succeed" }
        "#]]);
    }

    #[test]
    fn a_malformed_path_of_the_token_is_one_fault() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "TimeoutSeconds": 60, "Parameters": { "QueueUrl": "https://q", "MessageBody": { "t.$": "$$.Task.Token[" } }, "Next": "b" },
                                                                                                                                                                                         //^^^^^^^^^^^^^^^^ malformed-path: `t.$` has a malformed path: this is never closed
                                                                                                                                                                                         // help: in `$$.Task.Token[`
                                                                                                                                                                                         //                        ^
            "b": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "TimeoutSeconds": 60, "Parameters": { "QueueUrl": "https://q", "MessageBody.$": "States.Format('{}', $$.Task.Token" }, "End": true }
                                                                                                                                                                                  //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ malformed-intrinsic: `MessageBody.$` has a malformed function call: this is never closed
                                                                                                                                                                                  // help: in `States.Format('{}', $$.Task.Token`
                                                                                                                                                                                  //                        ^
        "#]]);
    }

    #[test]
    fn the_token_is_passed_on() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "TimeoutSeconds": 60, "Parameters": { "QueueUrl": "https://q", "MessageBody.$": "States.Format('{}', $$.Task.Token)" }, "Next": "b" },
            "b": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "TimeoutSeconds": 60, "Parameters": { "QueueUrl": "https://q", "MessageBody.$": "$$" }, "Next": "c" },
            "c": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": { "QueueUrl": "https://q", "MessageBody": "x" }, "End": true }
        "#]]);
    }

    #[test]
    fn in_jsonata() {
        check(expect![[r#"
            { "QueryLanguage": "JSONata", "StartAt": "a", "States": {
            "a": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "TimeoutSeconds": 60, "Arguments": { "QueueUrl": "https://q", "MessageBody": "{% $states.input.x %}" }, "Next": "b" },
                                             //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unused-task-token: `a` waits for its task token, but passes it to nobody
                                             // help: in its `Arguments`, write `{% $states.context.Task.Token %}`
            "b": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "TimeoutSeconds": 60, "Arguments": { "QueueUrl": "https://q", "MessageBody": "{% $states.context.Task.Token %}" }, "End": true }
            } }
        "#]]);
    }
}
