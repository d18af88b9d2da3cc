//! ## What it checks
//! A choice rule with a `Variable` has a comparison for it.
//!
//! ## Why
//! AWS refuses the definition.
//!
//! ## Example
//! ```json
//! { "Variable": "$.x", "Next": "b" }
//! ```
//! Instead:
//! ```json
//! { "Variable": "$.x", "IsPresent": true, "Next": "b" }
//! ```
//!
//! ## Source
//! `This object should have only one of the following fields: [StringEquals, ..]` (measured). How AWS treats
//! a comparison next to `And`, `Or` or `Not` is not known, so that is `probably-refused`.

use crate::analysis::Analysis;
use crate::finding::{Findings, Rule, Severity};
use crate::json::Node;
use crate::language::states::choice::{NESTED_RULE, RULE as CHOICE_RULE, is_operator};
use crate::language::{QueryLanguage, StateKind};
use crate::rules::fields::probably_refused;

pub static RULE: Rule = Rule {
    id: "missing-comparison",
    severity: Severity::Error,
    source: include_str!("missing_comparison.rs"),
};

pub(super) fn check(analysis: &Analysis<'_>, out: &Findings) {
    let machine = analysis.machine;
    for state in machine.states.iter().filter(|state| state.kind == Some(StateKind::Choice)) {
        if state.language == QueryLanguage::JsonPath {
            let rules = state.node.get("Choices").and_then(Node::as_array).unwrap_or_default();
            rules.iter().for_each(|rule| check_rule(rule, true, out));
        }
    }
}

fn check_rule(rule: &Node<'_>, top: bool, out: &Findings) {
    let spec = if top { &CHOICE_RULE } else { &NESTED_RULE };
    let Some(members) = rule.as_object() else { return };
    // A field that is not known may be a misspelt comparison.
    if let Some(variable) = rule.member("Variable")
        && spec.knows_all_of(rule)
        && !members.iter().any(|member| is_operator(&member.key.value))
    {
        out.report(&RULE, variable.key.site, "the rule has a `Variable` but no comparison")
            .help("add a comparison, such as `StringEquals` or `IsPresent`");
    }
    let combines = members.iter().any(|member| matches!(member.key.value.as_ref(), "And" | "Or" | "Not"));
    let comparison = members.iter().find(|member| is_operator(&member.key.value));
    if let (true, None, Some(comparison)) = (combines, rule.member("Variable"), comparison) {
        let message =
            format!("`{}` compares nothing, since the rule has no `Variable`", comparison.key.value);
        out.report(&probably_refused::RULE, comparison.key.site, message)
            .help("put it into a rule of its own, or remove it");
    }
    for member in members {
        match member.key.value.as_ref() {
            "And" | "Or" => {
                let rules = member.value.as_array().unwrap_or_default();
                rules.iter().for_each(|rule| check_rule(rule, false, out));
            }
            "Not" => check_rule(&member.value, false, out),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn at_any_depth() {
        check(expect![[r#"
            "a": { "Type": "Choice", "Choices": [{ "Variable": "$.x", "Next": "b" }, { "Not": { "Or": [{ "Variable": "$.y" }] }, "Next": "b" }], "Default": "a" },
                                                 //^^^^^^^^^^ missing-comparison: the rule has a `Variable` but no comparison
                                                 // help: add a comparison, such as `StringEquals` or `IsPresent`
                                                                                                       //^^^^^^^^^^ missing-comparison: the rule has a `Variable` but no comparison
                                                                                                       // help: add a comparison, such as `StringEquals` or `IsPresent`
            "b": { "Type": "Succeed" }
        "#]]);
    }

    #[test]
    fn beside_a_combination() {
        check(expect![[r#"
            "a": { "Type": "Choice", "Choices": [{ "Not": { "Variable": "$.x", "IsNull": true }, "IsPresent": true, "Next": "b" }], "Default": "a" },
                                                                                               //^^^^^^^^^^^ probably-refused: `IsPresent` compares nothing, since the rule has no `Variable`
                                                                                               // help: put it into a rule of its own, or remove it
            "b": { "Type": "Succeed" }
        "#]]);
    }

    #[test]
    fn a_variable_with_one_comparison_is_accepted() {
        check(expect![[r#"
            "a": { "Type": "Choice", "Choices": [{ "Variable": "$.x", "StringEqualsPath": "$.y", "Next": "b" }], "Default": "a" },
            "b": { "Type": "Succeed" }
        "#]]);
    }
}
