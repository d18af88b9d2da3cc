//! ## What it checks
//! A name in `ErrorEquals` is not a reserved name in the wrong case, with white space around it, or with a
//! misspelt `States.` prefix.
//!
//! ## Why
//! AWS accepts it as the name of an error that never happens, so the retrier or catcher never applies.
//!
//! ## Example
//! ```json
//! "Retry": [{ "ErrorEquals": ["State.ALL"] }]
//! ```
//! Instead:
//! ```json
//! "Retry": [{ "ErrorEquals": ["States.ALL"] }]
//! ```
//!
//! ## Source
//! Reserved names must match exactly (documented).

use crate::analysis::Analysis;
use crate::finding::{Edit, Findings, Rule, Severity, Suggestion};
use crate::language::states::error::RESERVED;
use crate::text::cut;

pub static RULE: Rule = Rule {
    id: "misspelt-reserved-error",
    severity: Severity::Deny,
    source: include_str!("misspelt_reserved_error.rs"),
};

pub(super) fn check(analysis: &Analysis<'_>, out: &Findings) {
    let _machine = analysis.machine;
    for name in analysis.handlers().iter().flat_map(|handler| handler.names()) {
        if let Some(meant) = misspelt(name.value) {
            let message = format!("no error is called `{}`, so this never applies", name.value);
            let edit = Edit::whole(name.site, name.value, meant);
            out.report(&RULE, name.site, message).help(Suggestion::did_you_mean(meant, edit, true));
        }
    }
}

/// The reserved name that a name is but for letter case and its prefix.
pub(super) fn misspelt(name: &str) -> Option<&'static str> {
    // No words of their own: `Status.Timeout` may well be an error of the user's own.
    const PREFIXES: [&str; 8] = ["states", "state", "stats", "sates", "staes", "tates", "statess", "statse"];
    // Most names are right.
    if RESERVED.contains(&name) {
        return None;
    }
    let (prefix, rest) = cut(name, b'.')?;
    let (prefix, rest) = (prefix.trim_start(), rest.trim_end());
    if !PREFIXES.iter().any(|near| prefix.eq_ignore_ascii_case(near)) {
        return None;
    }
    let reserved =
        |meant: &&&str| cut(meant, b'.').is_some_and(|(_, meant)| meant.eq_ignore_ascii_case(rest));
    RESERVED.iter().find(reserved).copied()
}

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn the_retry_that_never_fires() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "Retry": [{ "ErrorEquals": ["State.ALL"] }], "End": true }
                                                                                                                             //^^^^^^^^^^^ misspelt-reserved-error: no error is called `State.ALL`, so this never applies
                                                                                                                             // help: did you mean `States.ALL`?
        "#]]);
    }

    #[test]
    fn another_letter_case_is_reported() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "Catch": [{ "ErrorEquals": ["states.timeout", "States.taskFailed"], "Next": "b" }], "End": true },
                                                                                                                             //^^^^^^^^^^^^^^^^ misspelt-reserved-error: no error is called `states.timeout`, so this never applies
                                                                                                                             // help: did you mean `States.Timeout`?
                                                                                                                                               //^^^^^^^^^^^^^^^^^^^ misspelt-reserved-error: no error is called `States.taskFailed`, so this never applies
                                                                                                                                               // help: did you mean `States.TaskFailed`?
            "b": { "Type": "Succeed" }
        "#]]);
    }

    #[test]
    fn white_space_is_reported() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "Retry": [{ "ErrorEquals": [" States.Timeout", "States.ALL "] }], "End": true }
                                                                                                                             //^^^^^^^^^^^^^^^^^ misspelt-reserved-error: no error is called ` States.Timeout`, so this never applies
                                                                                                                             // help: did you mean `States.Timeout`?
                                                                                                                                                //^^^^^^^^^^^^^ misspelt-reserved-error: no error is called `States.ALL `, so this never applies
                                                                                                                                                // help: did you mean `States.ALL`?
        "#]]);
    }

    #[test]
    fn names_of_the_users_own_are_accepted() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "Retry": [{ "ErrorEquals": ["State.Bill", "Status.Timeout", "Timeout", "States.Timeout"] }], "End": true }
        "#]]);
    }

    #[test]
    fn in_jsonata() {
        check(expect![[r#"
            { "QueryLanguage": "JSONata", "StartAt": "a", "States": {
            "a": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "Retry": [{ "ErrorEquals": ["State.Timeout"] }], "End": true }
                                                                                                                             //^^^^^^^^^^^^^^^ misspelt-reserved-error: no error is called `State.Timeout`, so this never applies
                                                                                                                             // help: did you mean `States.Timeout`?
            } }
        "#]]);
    }
}
