//! ## What it checks
//! Every error that is retried or caught can happen there. `States.Runtime` can be neither retried nor
//! caught. Some other errors need a cause: `States.HeartbeatTimeout` needs a heartbeat, `States.BranchFailed`
//! a Parallel state, `States.ItemReaderFailed` an `ItemReader`, `States.ResultWriterFailed` a `ResultWriter`,
//! and `States.ExceedToleratedFailureThreshold` a distributed Map.
//!
//! ## Why
//! The entry never applies: what it was written for either cannot happen or is not handled.
//!
//! ## Example
//! ```json
//! {
//!   "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:f",
//!   "Retry": [{ "ErrorEquals": ["States.Runtime"] }],
//!   "End": true
//! }
//! ```
//! Instead:
//! ```json
//! {
//!   "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:f",
//!   "Retry": [{ "ErrorEquals": ["States.TaskFailed"] }],
//!   "End": true
//! }
//! ```
//!
//! ## Source
//! It was recorded on AWS that nothing catches `States.Runtime`; the others follow from what the errors mean
//! (documented). For a Map or Parallel state, a cause in any state inside it counts too, since errors pass
//! outwards.

use crate::analysis::Analysis;
use crate::analysis::handlers::Handler;
use crate::analysis::maps;
use crate::finding::{Findings, Rule, Severity};
use crate::language::StateKind;
use crate::model::{Machine, State};

pub static RULE: Rule =
    Rule { id: "impossible-error", severity: Severity::Warning, source: include_str!("impossible_error.rs") };

pub(super) fn check(analysis: &Analysis<'_>, out: &Findings) {
    let machine = analysis.machine;
    // Whether the state has each cause, as far as that was asked: an error may be named by thousands of its handlers.
    let (mut of, mut answers) = (None, [None; CAUSES.len()]);
    for handler in analysis.handlers() {
        if of != Some(handler.state) {
            (of, answers) = (Some(handler.state), [None; CAUSES.len()]);
        }
        for name in handler.names() {
            let Some(own) = name.value.strip_prefix("States.") else { continue };
            if own == "Runtime" {
                let message = "nothing retries or catches `States.Runtime`, not even `States.ALL`";
                out.report(&RULE, name.site, message)
                    .help("it means that the definition and its input do not match");
                continue;
            }
            for (cause, answer) in CAUSES.iter().zip(&mut answers) {
                if cause.error == own && !*answer.get_or_insert_with(|| may_happen(machine, handler, cause)) {
                    let message = format!("`{}` cannot happen here: there is no {}", name.value, cause.label);
                    out.report(&RULE, name.site, message);
                }
            }
        }
    }
}

/// The only cause of an error of AWS's.
struct Cause {
    /// The error, without `States.`.
    error: &'static str,
    /// What must be there.
    label: &'static str,
    /// Whether a state is that or has it.
    is_in: fn(&State<'_>) -> bool,
}

const CAUSES: [Cause; 5] = [
    Cause {
        error: "HeartbeatTimeout",
        label: "`HeartbeatSeconds`",
        is_in: |state| {
            state.node.get("HeartbeatSeconds").is_some() || state.node.get("HeartbeatSecondsPath").is_some()
        },
    },
    Cause {
        error: "BranchFailed",
        label: "Parallel state",
        is_in: |state| state.kind == Some(StateKind::Parallel),
    },
    Cause {
        error: "ItemReaderFailed",
        label: "`ItemReader`",
        is_in: |state| state.node.get("ItemReader").is_some(),
    },
    Cause {
        error: "ResultWriterFailed",
        label: "`ResultWriter`",
        is_in: |state| state.node.get("ResultWriter").is_some(),
    },
    Cause {
        error: "ExceedToleratedFailureThreshold",
        label: "distributed Map",
        is_in: |state| !maps::is_inline(state),
    },
];

/// Whether the state that handles the error, or a state inside of it, is or has its cause.
fn may_happen(machine: &Machine<'_>, handler: &Handler<'_>, cause: &Cause) -> bool {
    // Of what could not be read, anything may be the cause; so may a misspelt field.
    let may = |state: &State<'_>| {
        let unclear = state.kind.is_none_or(|kind| !kind.spec().knows_all_of(state.node));
        unclear || (cause.is_in)(state)
    };
    let Some(state) = machine.states.get(handler.state) else { return true };
    if may(state) {
        return true;
    }
    for inner in machine.states.iter().skip(handler.state + 1) {
        if inner.container <= state.container {
            break;
        }
        if may(inner) {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn on_a_task() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f",
            "Retry": [{ "ErrorEquals": ["States.Runtime", "States.BranchFailed"] }],
                                      //^^^^^^^^^^^^^^^^ impossible-error: nothing retries or catches `States.Runtime`, not even `States.ALL`
                                      // help: it means that the definition and its input do not match
                                                        //^^^^^^^^^^^^^^^^^^^^^ impossible-error: `States.BranchFailed` cannot happen here: there is no Parallel state
            "Catch": [{ "ErrorEquals": ["States.HeartbeatTimeout", "States.ItemReaderFailed"], "Next": "b" }], "Next": "b" },
                                      //^^^^^^^^^^^^^^^^^^^^^^^^^ impossible-error: `States.HeartbeatTimeout` cannot happen here: there is no `HeartbeatSeconds`
                                                                 //^^^^^^^^^^^^^^^^^^^^^^^^^ impossible-error: `States.ItemReaderFailed` cannot happen here: there is no `ItemReader`
            "b": { "Type": "Succeed" }
        "#]]);
    }

    #[test]
    fn on_a_map() {
        check(expect![[r#"
            "a": { "Type": "Map", "ItemProcessor": { "StartAt": "i", "States": { "i": { "Type": "Succeed" } } },
            "Catch": [{ "ErrorEquals": ["States.ResultWriterFailed", "States.ExceedToleratedFailureThreshold"], "Next": "b" }], "Next": "b" },
                                      //^^^^^^^^^^^^^^^^^^^^^^^^^^^ impossible-error: `States.ResultWriterFailed` cannot happen here: there is no `ResultWriter`
                                                                   //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ impossible-error: `States.ExceedToleratedFailureThreshold` cannot happen here: there is no distributed Map
            "b": { "Type": "Succeed" }
        "#]]);
    }

    #[test]
    fn errors_with_their_causes_are_accepted() {
        check(expect![[r#"
            { "QueryLanguage": "JSONata", "StartAt": "a", "States": {
            "a": { "Type": "Task", "Resource": "arn:aws:states:eu-west-1:123456789012:activity:f", "HeartbeatSeconds": 5,
            "Catch": [{ "ErrorEquals": ["States.HeartbeatTimeout"], "Next": "b" }], "Next": "b" },
            "b": { "Type": "Parallel", "Branches": [{ "StartAt": "m", "States": {
                "m": { "Type": "Map", "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "i", "States": { "i": { "Type": "Succeed" } } }, "End": true } } }],
            "Retry": [{ "ErrorEquals": ["States.BranchFailed", "States.ExceedToleratedFailureThreshold"] }], "End": true } } }
        "#]]);
    }

    #[test]
    fn what_was_misspelt_may_be_the_cause() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:states:eu-west-1:123456789012:activity:f", "HeartbeatSecond": 5, "TimeoutSeconds": 9,
                                                                                                 //^^^^^^^^^^^^^^^^^ unknown-field: a Task state has no field `HeartbeatSecond`
                                                                                                 // help: did you mean `HeartbeatSeconds`?
            "Retry": [{ "ErrorEquals": ["States.HeartbeatTimeout"] }], "End": true }
        "#]]);
    }
}
