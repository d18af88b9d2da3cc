//! ## What it checks
//! `IsPresent` comes before any other comparison of the same `Variable`, both within an `And` or `Or` and
//! among the rules of a Choice state.
//!
//! ## Why
//! Tests run in order, and comparing a value that is missing fails the execution with `States.Runtime`, so a
//! later `IsPresent` comes too late.
//!
//! ## Example
//! ```json
//! "a": {
//!   "Type": "Choice",
//!   "Choices": [{
//!     "And": [
//!       { "Variable": "$.x", "NumericGreaterThan": 3 },
//!       { "Variable": "$.x", "IsPresent": true }
//!     ],
//!     "Next": "b"
//!   }],
//!   "Default": "c"
//! },
//! "b": { "Type": "Fail" },
//! "c": { "Type": "Succeed" }
//! ```
//! Instead:
//! ```json
//! "a": {
//!   "Type": "Choice",
//!   "Choices": [{
//!     "And": [
//!       { "Variable": "$.x", "IsPresent": true },
//!       { "Variable": "$.x", "NumericGreaterThan": 3 }
//!     ],
//!     "Next": "b"
//!   }],
//!   "Default": "c"
//! },
//! "b": { "Type": "Fail" },
//! "c": { "Type": "Succeed" }
//! ```
//!
//! ## Source
//! Rules and their parts are evaluated from left to right, and only `IsPresent` tolerates a missing value
//! (specification; the wording of the failure is not confirmed).

use crate::analysis::Analysis;
use crate::analysis::choices::{self, Test, nested};
use crate::finding::{Findings, Rule, Severity};
use crate::index::Index;
use crate::json::Node;

pub static RULE: Rule = Rule {
    id: "late-presence-check",
    severity: Severity::Warning,
    source: include_str!("late_presence_check.rs"),
};

pub(super) fn check(analysis: &Analysis<'_>, out: &Findings) {
    let machine = analysis.machine;
    for (_, rules) in choices::states(machine) {
        check_in_order(rules, out);
        rules.iter().for_each(|rule| check_nested(rule, out));
    }
}

fn check_nested(rule: &Node<'_>, out: &Findings) {
    for (rules, _) in nested(rule) {
        check_in_order(rules, out);
        rules.iter().for_each(|rule| check_nested(rule, out));
    }
}

/// Checks rules that are tested one after the other.
fn check_in_order(rules: &[Node<'_>], out: &Findings) {
    if rules.len() < 2 {
        return;
    }
    // The variables that were tested, and whether it was asked first if they are there.
    let mut seen = Index::new();
    for rule in rules {
        let Some(test) = Test::of(rule) else {
            note_checks(rule, &mut seen);
            continue;
        };
        if test.operator() != "IsPresent" {
            seen.get_or_set(test.variable, COMPARED);
        } else if seen.set(test.variable, CHECKED) == Some(COMPARED) {
            let message = format!("`{}` was already compared, which fails if it is missing", test.variable);
            out.report(&RULE, test.comparison.key.site, message).help("test `IsPresent` first");
        }
    }
}

/// The number of a variable that was compared before anything asked if it is there.
const COMPARED: usize = 0;
/// The number of one of which that was asked first.
const CHECKED: usize = 1;

/// Notes what a rule asks to be there, however deep inside.
fn note_checks<'m>(rule: &'m Node<'m>, seen: &mut Index<'m>) {
    for (rules, _) in nested(rule) {
        for inner in rules {
            match Test::of(inner) {
                Some(test) if test.operator() == "IsPresent" => {
                    seen.set(test.variable, CHECKED);
                }
                Some(_) => {}
                None => note_checks(inner, seen),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn in_and_or_and_among_rules() {
        check(expect![[r#"
            "a": { "Type": "Choice", "Choices": [
            { "Not": { "And": [{ "Variable": "$.x", "NumericEquals": 3 }, { "Variable": "$.x", "IsPresent": true }] }, "Next": "b" },
                                                                                             //^^^^^^^^^^^ late-presence-check: `$.x` was already compared, which fails if it is missing
                                                                                             // help: test `IsPresent` first
            { "Or": [{ "Variable": "$.y", "IsNull": true }, { "Variable": "$.y", "IsPresent": false }], "Next": "b" },
                                                                               //^^^^^^^^^^^ late-presence-check: `$.y` was already compared, which fails if it is missing
                                                                               // help: test `IsPresent` first
            { "Variable": "$.z", "StringEquals": "a", "Next": "b" },
            { "Variable": "$.z", "IsPresent": false, "Next": "b" }], "Default": "c" },
                               //^^^^^^^^^^^ late-presence-check: `$.z` was already compared, which fails if it is missing
                               // help: test `IsPresent` first
            "b": { "Type": "Succeed" }, "c": { "Type": "Fail" }
        "#]]);
    }

    #[test]
    fn a_test_before_the_first_comparison_is_accepted() {
        check(expect![[r#"
            "a": { "Type": "Choice", "Choices": [
            { "Not": { "Variable": "$.x", "IsPresent": true }, "Next": "b" },
            { "Variable": "$.x", "NumericEquals": 3, "Next": "b" },
            { "Or": [{ "Variable": "$.y", "IsPresent": false }, { "Variable": "$.y", "IsNull": true }], "Next": "b" },
            { "Variable": "$.z.a", "IsNull": true, "Next": "b" }, { "Variable": "$.z.b", "IsPresent": true, "Next": "b" },
            { "Variable": "$.x", "IsPresent": true, "Next": "c" }], "Default": "c" },
            "b": { "Type": "Succeed" }, "c": { "Type": "Fail" }
        "#]]);
    }
}
