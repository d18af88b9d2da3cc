//! ## What it checks
//! A name in `ErrorEquals` is not a reserved name in the wrong case, with white space around it, or with a
//! misspelt `States.` prefix, or without its dot (`StatesALL`). `ALL` alone is a warning.
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
            let edit = Edit::whole(name.site, name.value, &*meant);
            // The error of a function may have this name.
            let is_bare = name.value == "ALL";
            out.report(&RULE, name.site, message)
                .warns_if(is_bare)
                .help(Suggestion::did_you_mean(&meant, edit, !is_bare));
        }
    }
}

/// The reserved name that a name is but for letter case and its prefix.
pub(super) fn misspelt(name: &str) -> Option<String> {
    // No words of their own: `Status.Timeout` may well be an error of the user's own.
    const PREFIXES: [&str; 8] = ["states", "state", "stats", "sates", "staes", "tates", "statess", "statse"];
    // Most names are right.
    if RESERVED.contains(&name) {
        return None;
    }
    let Some((prefix, rest)) = cut(name, b'.') else {
        let word = name.trim();
        if word == "ALL" {
            return Some("States.ALL".into());
        }
        // `StatesALL`, `States:Timeout`
        let rest = word.strip_prefix("States").or(word.strip_prefix("states"))?;
        let rest = rest.trim_start_matches([':', '-', '_', '/', ',', ' ']);
        let is_meant = |name: &&&str| cut(name, b'.').is_some_and(|(_, own)| own.eq_ignore_ascii_case(rest));
        return RESERVED.iter().find(is_meant).map(|name| (*name).to_owned());
    };
    let (prefix, rest) = (prefix.trim_start(), rest.trim_end());
    if !PREFIXES.iter().any(|near| prefix.eq_ignore_ascii_case(near)) {
        return None;
    }
    for reserved in RESERVED {
        if cut(reserved, b'.').is_some_and(|(_, reserved)| reserved.eq_ignore_ascii_case(rest)) {
            return Some((*reserved).to_owned());
        }
    }
    // With a status, there are too many to list them.
    let (start, code) = rest.split_at_checked(STATUS.len())?;
    let is_status = start.eq_ignore_ascii_case(STATUS) && code.parse::<u16>().is_ok();
    let right = format!("States.{STATUS}{code}");
    (is_status && right != name).then_some(right)
}

/// What stands before a status of HTTP in the name of an error.
const STATUS: &str = "Http.StatusCode.";

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn without_the_dot() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "Retry": [{ "ErrorEquals": ["StatesALL", "States:Timeout", "ALL", "Statesman", "StatesError"] }], "End": true }
                                                                                                                             //^^^^^^^^^^^ misspelt-reserved-error: no error is called `StatesALL`, so this never applies
                                                                                                                             // help: did you mean `States.ALL`?
                                                                                                                                          //^^^^^^^^^^^^^^^^ misspelt-reserved-error: no error is called `States:Timeout`, so this never applies
                                                                                                                                          // help: did you mean `States.Timeout`?
                                                                                                                                                            //^^^^^ misspelt-reserved-error (warning): no error is called `ALL`, so this never applies
                                                                                                                                                            // help: did you mean `States.ALL`?
        "#]]);
    }

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
    fn a_status_of_http() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "Retry": [{ "ErrorEquals": ["State.Http.StatusCode.404", "States.HTTP.StatusCode.503", "States.Http.StatusCode.500", "State.Http.StatusCode.x"] }], "End": true }
                                                                                                                             //^^^^^^^^^^^^^^^^^^^^^^^^^^^ misspelt-reserved-error: no error is called `State.Http.StatusCode.404`, so this never applies
                                                                                                                             // help: did you mean `States.Http.StatusCode.404`?
                                                                                                                                                          //^^^^^^^^^^^^^^^^^^^^^^^^^^^^ misspelt-reserved-error: no error is called `States.HTTP.StatusCode.503`, so this never applies
                                                                                                                                                          // help: did you mean `States.Http.StatusCode.503`?
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
