//! ## What it checks
//! The transitions of a Choice state do not all lead to the same state, unless they assign variables or set
//! the output.
//!
//! ## Why
//! Whatever the rules say, the same thing happens. One of the targets is probably wrong.
//!
//! ## Example
//! ```json
//! "a": {
//!   "Type": "Choice",
//!   "Choices": [{ "Variable": "$.x", "IsPresent": true, "Next": "b" }],
//!   "Default": "b"
//! },
//! "b": { "Type": "Succeed" }
//! ```
//! Instead:
//! ```json
//! "a": {
//!   "Type": "Choice",
//!   "Choices": [{ "Variable": "$.x", "IsPresent": true, "Next": "b" }],
//!   "Default": "c"
//! },
//! "b": { "Type": "Succeed" },
//! "c": { "Type": "Fail" }
//! ```
//!
//! ## Source
//! Follows from what a Choice state does; AWS accepts it.

use crate::analysis::Analysis;
use crate::analysis::choices;
use crate::finding::{Findings, Rule, Severity};
use crate::json::Node;

pub static RULE: Rule =
    Rule { id: "pointless-choice", severity: Severity::Warning, source: include_str!("pointless_choice.rs") };

pub(super) fn check(analysis: &Analysis<'_>, out: &Findings) {
    let machine = analysis.machine;
    for (state, rules) in choices::states(machine) {
        let Some(default) = state.node.get("Default").and_then(Node::as_str) else { continue };
        let acts = |node: &Node<'_>| node.get("Assign").is_some() || node.get("Output").is_some();
        let same = |rule: &Node<'_>| rule.get("Next").and_then(Node::as_str) == Some(default) && !acts(rule);
        if !rules.is_empty() && !state.partial && !acts(state.node) && rules.iter().all(same) {
            let message = format!("every transition of `{}` leads to `{default}`", state.shown());
            out.report(&RULE, state.name.site, message).help("change a target, or go there without a choice");
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn transitions_to_one_target_are_reported() {
        check(expect![[r#"
            "a": { "Type": "Choice", "Choices": [{ "Variable": "$.x", "IsPresent": true, "Next": "b" }, { "Variable": "$.y", "IsPresent": true, "Next": "b" }], "Default": "b" },
            //^^^ pointless-choice: every transition of `a` leads to `b`
            // help: change a target, or go there without a choice
            "b": { "Type": "Choice", "QueryLanguage": "JSONata", "Choices": [{ "Condition": "{% $states.input.x %}", "Next": "c" }], "Default": "c" },
            //^^^ pointless-choice: every transition of `b` leads to `c`
            // help: change a target, or go there without a choice
            "c": { "Type": "Succeed" }
        "#]]);
    }

    #[test]
    fn a_choice_whose_rules_assign_or_may_match_nothing_is_accepted() {
        check(expect![[r#"
            "a": { "Type": "Choice", "Choices": [{ "Variable": "$.x", "IsPresent": true, "Assign": { "x": 1 }, "Next": "b" }], "Default": "b" },
            "b": { "Type": "Choice", "Choices": [{ "Variable": "$.x", "IsPresent": true, "Next": "d" }], "Default": "c" },
            "c": { "Type": "Choice", "Choices": [{ "Variable": "$.x", "IsPresent": true, "Next": "d" }, { "Variable": "$.x", "IsPresent": false, "Next": "d" }] },
            "d": { "Type": "Succeed" }
        "#]]);
    }
}
