//! ## What it checks
//! A Choice state has a `Default`, or its rules cover every input: one is always true, or two are opposites.
//!
//! ## Why
//! An input that matches no rule fails the execution with `States.Runtime`, which nothing can catch.
//!
//! ## Example
//! ```json
//! "a": {
//!   "Type": "Choice",
//!   "Choices": [{ "Variable": "$.kind", "StringEquals": "new", "Next": "b" }]
//! },
//! "b": { "Type": "Succeed" }
//! ```
//! Instead:
//! ```json
//! "a": {
//!   "Type": "Choice",
//!   "Choices": [{ "Variable": "$.kind", "StringEquals": "new", "Next": "b" }],
//!   "Default": "c"
//! },
//! "b": { "Type": "Succeed" },
//! "c": { "Type": "Fail" }
//! ```
//!
//! ## Source
//! `Failed to transition out of the state. The state does not point to a next state.`, at run time
//! (measured). In JSONata there is no warning if the conditions look as if they might be opposites.

use crate::analysis::Analysis;
use crate::analysis::choices::{self, Test, have_same_conditions, is_always_true};
use crate::finding::{Findings, Rule, Severity};
use crate::json::{Json, Node};
use crate::language::QueryLanguage;
use crate::language::states::choice;

pub static RULE: Rule =
    Rule { id: "missing-default", severity: Severity::Warning, source: include_str!("missing_default.rs") };

/// Among more rules, two opposite ones are not searched for: they would be compared with each other.
const COMPARED: usize = 16;

pub(super) fn check(analysis: &Analysis<'_>, out: &Findings) {
    let machine = analysis.machine;
    for (state, rules) in choices::states(machine) {
        // A misspelt field may be the `Default`, and what is no rule at all is reported as that.
        let clear =
            choice::SPEC.knows_all_of(state.node) && rules.iter().all(|rule| rule.as_object().is_some());
        if !clear || rules.is_empty() || state.node.get("Default").is_some() {
            continue;
        }
        let whole = match state.language {
            _ if rules.len() > COMPARED => false,
            QueryLanguage::JsonPath => has_opposites(rules),
            QueryLanguage::Jsonata => rules.len() > 1 && rules.iter().any(may_be_opposite),
        };
        if !whole && !rules.iter().any(is_always_true) {
            let name = state.shown();
            let message =
                format!("`{name}` has no `Default`: an input that matches no rule fails the execution");
            out.report(&RULE, state.name.site, message).help("add a `Default`, for example a Fail state");
        }
    }
}

/// Whether of two of the rules one always matches.
fn has_opposites(rules: &[Node<'_>]) -> bool {
    for one in rules {
        for other in rules {
            if opposite(one, other, rules) {
                return true;
            }
        }
    }
    false
}

/// Whether the second rule holds wherever the first does not, or another takes what they leave.
fn opposite(one: &Node<'_>, other: &Node<'_>, all: &[Node<'_>]) -> bool {
    if let Some(not) = one.get("Not") {
        return have_same_conditions(not, other);
    }
    let (Some(one), Some(other)) = (Test::of(one), Test::of(other)) else { return false };
    let (operand, other_operand) = (&one.comparison.value.json, &other.comparison.value.json);
    if one.variable != other.variable {
        return false;
    }
    if let (Json::Bool(operand), Json::Bool(other_operand)) = (operand, other_operand) {
        return one.operator() == other.operator() && operand != other_operand;
    }
    let kind = |operator: &str| operator.find("LessThan").or_else(|| operator.find("GreaterThan"));
    let (Some(at), Some(_)) = (kind(one.operator()), kind(other.operator())) else { return false };
    if operand != other_operand {
        return false;
    }
    // Both name one type and take the same operand: what is left is `LessThan` and the like, `Path` or not.
    let both = one.operator().split_at_checked(at).zip(other.operator().split_at_checked(at));
    let Some(((kind, less), (other_kind, greater))) = both.filter(|((a, _), (b, _))| a == b) else {
        return false;
    };
    debug_assert_eq!(kind, other_kind);
    match (less.trim_end_matches("Path"), greater.trim_end_matches("Path")) {
        ("LessThan", "GreaterThanEquals") | ("LessThanEquals", "GreaterThan" | "GreaterThanEquals") => true,
        ("LessThan", "GreaterThan") => all.iter().filter_map(Test::of).any(|third| {
            let equals = third.operator().strip_prefix(kind).unwrap_or_default();
            third.variable == one.variable
                && matches!(equals, "Equals" | "EqualsPath")
                && third.comparison.value.json == *operand
        }),
        _ => false,
    }
}

/// Whether a condition has the words that an opposite of another one has.
fn may_be_opposite(rule: &Node<'_>) -> bool {
    let text = rule.get("Condition").and_then(Node::as_str).unwrap_or_default();
    ["!=", "$not(", "<=", ">=", "false"].iter().any(|word| text.contains(word))
}

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn a_choice_that_leaves_something_over_is_reported() {
        check(expect![[r#"
            "a": { "Type": "Choice", "Choices": [{ "Variable": "$.x", "StringEquals": "a", "Next": "b" }, { "Variable": "$.x", "StringEquals": "c", "Next": "b" }] },
            //^^^ missing-default: `a` has no `Default`: an input that matches no rule fails the execution
            // help: add a `Default`, for example a Fail state
            "b": { "Type": "Choice", "Choices": [{ "Variable": "$.x", "NumericLessThan": 1, "Next": "c" }, { "Variable": "$.x", "NumericGreaterThan": 1, "Next": "c" }] },
            //^^^ missing-default: `b` has no `Default`: an input that matches no rule fails the execution
            // help: add a `Default`, for example a Fail state
            "c": { "Type": "Choice", "Choices": [{ "Not": { "Variable": "$.x", "IsNull": true }, "Next": "d" }, { "Variable": "$.y", "IsNull": true, "Next": "d" }] },
            //^^^ missing-default: `c` has no `Default`: an input that matches no rule fails the execution
            // help: add a `Default`, for example a Fail state
            "d": { "Type": "Succeed" }
        "#]]);
    }

    #[test]
    fn in_jsonata() {
        check(expect![[r#"
            { "QueryLanguage": "JSONata", "StartAt": "a", "States": {
            "a": { "Type": "Choice", "Choices": [{ "Condition": "{% $states.input.x = 1 %}", "Next": "b" }, { "Condition": "{% $states.input.x = 2 %}", "Next": "b" }] },
            //^^^ missing-default: `a` has no `Default`: an input that matches no rule fails the execution
            // help: add a `Default`, for example a Fail state
            "b": { "Type": "Choice", "Choices": [{ "Condition": "{% $states.input.x != 1 %}", "Next": "c" }] },
            //^^^ missing-default: `b` has no `Default`: an input that matches no rule fails the execution
            // help: add a `Default`, for example a Fail state
            "c": { "Type": "Succeed" } } }
        "#]]);
    }

    #[test]
    fn a_choice_that_leaves_nothing_over_is_accepted() {
        check(expect![[r#"
            "a": { "Type": "Choice", "Choices": [{ "Variable": "$.x", "BooleanEquals": true, "Next": "b" }, { "Variable": "$.x", "BooleanEquals": false, "Next": "c" }] },
            "b": { "Type": "Choice", "Choices": [{ "Variable": "$.x", "NumericLessThanPath": "$.y", "Next": "c" }, { "Variable": "$.x", "NumericGreaterThanEqualsPath": "$.y", "Next": "d" }] },
            "c": { "Type": "Choice", "Choices": [{ "Variable": "$.x", "NumericGreaterThan": 1, "Next": "d" }, { "Variable": "$.x", "NumericEquals": 1, "Next": "e" }, { "Variable": "$.x", "NumericLessThan": 1, "Next": "d" }] },
            "d": { "Type": "Choice", "Choices": [{ "Variable": "$.x", "StringMatches": "a*", "Next": "f" }, { "Not": { "Variable": "$.x", "StringMatches": "a*" }, "Next": "e" }] },
            "e": { "Type": "Choice", "QueryLanguage": "JSONata", "Choices": [{ "Condition": "{% $states.input.x %}", "Next": "g" }, { "Condition": "{% true %}", "Next": "f" }] },
            "f": { "Type": "Choice", "QueryLanguage": "JSONata", "Choices": [{ "Condition": "{% $states.input.x = 1 %}", "Next": "g" }, { "Condition": "{% $states.input.x != 1 %}", "Next": "h" }] },
            "g": { "Type": "Choice", "Choices": [{ "Variable": "$.x", "BooleanEquals": true, "Next": "h" }], "Defalt": "h" },
                                                                                                           //^^^^^^^^ unknown-field: a Choice state has no field `Defalt`
                                                                                                           // help: did you mean `Default`?
            "h": { "Type": "Succeed" }
        "#]]);
    }
}
