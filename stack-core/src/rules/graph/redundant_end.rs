//! ## What it checks
//! `End: false` does not appear next to `Next`.
//!
//! ## Why
//! It has no effect, and some tools refuse it.
//!
//! ## Example
//! ```json
//! { "Type": "Pass", "Next": "b", "End": false }
//! ```
//! Instead:
//! ```json
//! { "Type": "Pass", "Next": "b" }
//! ```
//!
//! ## Source
//! Not confirmed on AWS.

use crate::analysis::Analysis;
use crate::finding::{Edit, Findings, Rule, Severity, Suggestion};
use crate::json::Json;

pub static RULE: Rule =
    Rule { id: "redundant-end", severity: Severity::Warning, source: include_str!("redundant_end.rs") };

pub(super) fn check(analysis: &Analysis<'_>, out: &Findings) {
    let machine = analysis.machine;
    for state in &machine.states {
        let Some(end) = state.node.member("End") else { continue };
        let has = |name| state.kind.is_some_and(|kind| kind.spec().field(name).is_some());
        if end.value.json == Json::Bool(false) && has("End") && state.node.get("Next").is_some() {
            let edit = Edit::Remove { site: end.key.site };
            out.report(&RULE, end.key.site, "`End: false` has no effect next to `Next`")
                .help(Suggestion::certain("remove it", edit));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn an_end_of_false_beside_next_is_reported() {
        check(expect![[r#"
            "a": { "Type": "Pass", "Next": "b", "End": false }, "b": { "Type": "Succeed" }
                                              //^^^^^ redundant-end: `End: false` has no effect next to `Next`
                                              // help: remove it
        "#]]);
    }
}
