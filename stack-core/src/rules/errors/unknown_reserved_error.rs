//! ## What it checks
//! A name in `ErrorEquals` that starts with `States.` is one of the reserved names, or is raised by a Fail
//! state of this machine.
//!
//! ## Why
//! The prefix is reserved and AWS raises no such error, so the retrier or catcher never applies.
//!
//! ## Example
//! ```json
//! "ErrorEquals": ["States.Timout"]
//! ```
//! Instead:
//! ```json
//! "ErrorEquals": ["States.Timeout"]
//! ```
//!
//! ## Source
//! The specification reserves the prefix; AWS accepts unknown names.

use crate::analysis::Analysis;
use crate::finding::{Edit, Findings, Rule, Severity, Suggestion};
use crate::index::Index;
use crate::json::Node;
use crate::language::StateKind;
use crate::language::states::error::RESERVED;
use crate::rules::errors::misspelt_reserved_error::misspelt;
use crate::similar::near;

pub static RULE: Rule = Rule {
    id: "unknown-reserved-error",
    severity: Severity::Warning,
    source: include_str!("unknown_reserved_error.rs"),
};

pub(super) fn check(analysis: &Analysis<'_>, out: &Findings) {
    let machine = analysis.machine;
    // What a Fail state calls so is raised, and `reserved-error-raised` speaks there.
    let mut raised = Index::new();
    for state in &machine.states {
        if state.kind == Some(StateKind::Fail)
            && let Some(error) = state.node.get("Error").and_then(Node::as_str)
        {
            raised.add(error);
        }
    }
    for name in analysis.handlers().iter().flat_map(|handler| handler.names()) {
        let text = name.value;
        let Some(own) = text.strip_prefix("States.") else { continue };
        let status = own.strip_prefix("Http.StatusCode.");
        let known = status.is_some_and(|code| code.parse::<u16>().is_ok());
        // In another letter case it is another rule's.
        let reserved = RESERVED.iter().any(|reserved| reserved.eq_ignore_ascii_case(text.trim()))
            || misspelt(text).is_some();
        if known || reserved || raised.contains(text) {
            continue;
        }
        let report =
            out.report(&RULE, name.site, format!("AWS has no error `{text}`, so this never applies"));
        // The prefix is right: it would make all names look alike.
        match near(own, RESERVED.iter().filter_map(|reserved| reserved.strip_prefix("States."))) {
            Some(near) => {
                let meant = format!("States.{}", near.name);
                let edit = Edit::whole(name.site, text, &*meant);
                report.help(Suggestion::did_you_mean(&meant, edit, near.is_certain))
            }
            None => report.help("names that start with `States.` are reserved: give your error another name"),
        };
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn near_one_and_far() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "Retry": [{ "ErrorEquals": ["States.Timout", "States.Declined"] }], "End": true }
                                                                                                                             //^^^^^^^^^^^^^^^ unknown-reserved-error: AWS has no error `States.Timout`, so this never applies
                                                                                                                             // help: did you mean `States.Timeout`?
                                                                                                                                              //^^^^^^^^^^^^^^^^^ unknown-reserved-error: AWS has no error `States.Declined`, so this never applies
                                                                                                                                              // help: names that start with `States.` are reserved: give your error another name
        "#]]);
    }

    #[test]
    fn the_prefix_alone_is_no_likeness() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "Retry": [{ "ErrorEquals": ["States.Foo"] }], "End": true }
                                                                                                                             //^^^^^^^^^^^^ unknown-reserved-error: AWS has no error `States.Foo`, so this never applies
                                                                                                                             // help: names that start with `States.` are reserved: give your error another name
        "#]]);
    }

    #[test]
    fn raised_by_the_machine_itself() {
        check(expect![[r#"
            "a": { "Type": "Parallel", "Branches": [{ "StartAt": "b", "States": { "b": { "Type": "Fail", "Error": "States.Quorum" } } }], "Catch": [{ "ErrorEquals": ["States.Quorum"], "Next": "c" }], "End": true },
                                                                                                                //^^^^^^^^^^^^^^^ reserved-error-raised: `States.Quorum` is not one of AWS's errors, but is named like one
                                                                                                                // help: give your error a name without `States.`
            "c": { "Type": "Pass", "End": true }
        "#]]);
    }

    #[test]
    fn only_numbers_are_status_codes() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "Retry": [{ "ErrorEquals": ["States.Http.StatusCode.404", "States.Http.StatusCode.x"] }], "End": true }
                                                                                                                                                           //^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown-reserved-error: AWS has no error `States.Http.StatusCode.x`, so this never applies
                                                                                                                                                           // help: names that start with `States.` are reserved: give your error another name
        "#]]);
    }
}
