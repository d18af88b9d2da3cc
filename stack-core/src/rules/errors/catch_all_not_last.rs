//! ## What it checks
//! In `Retry` and `Catch`, the entry for `States.ALL` comes last.
//!
//! ## Why
//! AWS refuses the definition: an entry after it could never apply.
//!
//! ## Example
//! ```json
//! "Retry": [{ "ErrorEquals": ["States.ALL"] }, { "ErrorEquals": ["Declined"] }]
//! ```
//! Instead:
//! ```json
//! "Retry": [{ "ErrorEquals": ["Declined"] }, { "ErrorEquals": ["States.ALL"] }]
//! ```
//!
//! ## Source
//! `States.ALL must appear alone and at end of list` (measured).

use crate::analysis::Analysis;
use crate::finding::{Findings, Rule, Severity};
use crate::language::states::error::ALL;

pub static RULE: Rule = Rule {
    id: "catch-all-not-last",
    severity: Severity::Error,
    source: include_str!("catch_all_not_last.rs"),
};

pub(super) fn check(analysis: &Analysis<'_>, out: &Findings) {
    let _machine = analysis.machine;
    for handler in analysis.handlers().iter().filter(|handler| !handler.last) {
        if let Some(all) = handler.names().find(|name| name.value == ALL) {
            out.report(
                &RULE,
                all.site,
                format!("`States.ALL` must be in the last entry of `{}`", handler.list),
            )
            .help("move it to the end: entries after it can never apply");
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn in_both_lists() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "Retry": [{ "ErrorEquals": ["States.ALL"] }, { "ErrorEquals": ["E"] }],
                                                                                                                             //^^^^^^^^^^^^ catch-all-not-last: `States.ALL` must be in the last entry of `Retry`
                                                                                                                             // help: move it to the end: entries after it can never apply
            "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "b" }, { "ErrorEquals": ["E"], "Next": "b" }], "End": true },
                                      //^^^^^^^^^^^^ catch-all-not-last: `States.ALL` must be in the last entry of `Catch`
                                      // help: move it to the end: entries after it can never apply
            "b": { "Type": "Succeed" }
        "#]]);
    }

    #[test]
    fn at_the_end_it_is_accepted() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "Retry": [{ "ErrorEquals": ["E"] }, { "ErrorEquals": ["States.ALL"] }], "End": true }
        "#]]);
    }
}
