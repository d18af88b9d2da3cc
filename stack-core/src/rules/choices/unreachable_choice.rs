//! ## What it checks
//! Every rule of a Choice state can be chosen: it is not always false, no earlier rule has the same test or
//! matches all of its numbers, no earlier rule is always true, and the tests in an `And` do not contradict each
//! other.
//!
//! ## Why
//! The first rule that matches is chosen. A rule that can never be chosen most likely says something other
//! than what was meant.
//!
//! ## Example
//! ```json
//! "a": {
//!   "Type": "Choice",
//!   "Choices": [{
//!     "And": [
//!       { "Variable": "$.x", "NumericGreaterThan": 3 },
//!       { "Variable": "$.x", "NumericLessThan": 2 }
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
//!       { "Variable": "$.x", "NumericGreaterThan": 2 },
//!       { "Variable": "$.x", "NumericLessThan": 3 }
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
//! Follows from the order of the rules (documented). AWS accepts such rules.

use crate::analysis::Analysis;
use crate::analysis::choices::{
    self, Test, conditions, have_same_conditions, is_always_false, is_always_true, nested,
};
use crate::finding::{Findings, Rule, Severity};
use crate::index::Index;
use crate::json::{Json, Member, Node};
use std::hash::{DefaultHasher, Hash, Hasher};

pub static RULE: Rule = Rule {
    id: "unreachable-choice",
    severity: Severity::Warning,
    source: include_str!("unreachable_choice.rs"),
};

pub(super) fn check(analysis: &Analysis<'_>, out: &Findings) {
    let machine = analysis.machine;
    for (_, rules) in choices::states(machine) {
        let digests = digests(rules);
        let mut taken = Taken::default();
        for (i, rule) in rules.iter().enumerate() {
            if let Some(always) =
                rule.get("Condition").filter(|_| i + 1 < rules.len() && is_always_true(rule))
            {
                out.report(&RULE, always.site, "this is always true, so the rules after it are never tested")
                    .help("move it to the end, or make it the `Default`");
                break;
            }
            if let Some(never) = rule.get("Condition").filter(|_| is_always_false(rule)) {
                out.report(&RULE, never.site, "this is never true, so the rule is never chosen")
                    .help("remove the rule, or change its test");
                continue;
            }
            contradictions(rule, out);
            let selector = rule.member("Variable").or_else(|| conditions(rule).next());
            let Some(selector) = selector.filter(|_| rules.len() > 1 && !is_volatile(rule)) else { continue };
            let digest = digest(rule);
            let first = digests.get(digests.partition_point(|(other, _)| *other < digest));
            match first.and_then(|&(_, first)| Some((first, rules.get(first)?))) {
                Some((earlier, same)) if earlier < i => {
                    if have_same_conditions(same, rule) {
                        let message =
                            format!("`Choices[{earlier}]` has the same test, so this rule is never chosen");
                        out.report(&RULE, selector.key.site, message).help("remove it, or change its test");
                    }
                }
                _ => numbers(rule, i, &mut taken, out),
            }
        }
    }
}

/// Whether the same test may give another answer a moment later, because it asks for the time or a random value.
fn is_volatile(rule: &Node<'_>) -> bool {
    let text = rule.get("Condition").and_then(Node::as_str).unwrap_or_default();
    ["$now", "$millis", "$random", "$uuid"].iter().any(|function| text.contains(function))
}

/// The digest and the number of each rule whose test can be the same as another one's, sorted.
fn digests(rules: &[Node<'_>]) -> Vec<(usize, usize)> {
    let mut digests = Vec::new();
    if rules.len() > 1 {
        for (i, rule) in rules.iter().enumerate() {
            if !is_always_false(rule) && !is_volatile(rule) {
                digests.push((digest(rule), i));
            }
        }
        digests.sort_unstable();
    }
    digests
}

/// The same number for the same test.
fn digest(rule: &Node<'_>) -> usize {
    let mut hasher = DefaultHasher::new();
    conditions(rule).for_each(|member| hash_member(member, &mut hasher));
    hasher.finish() as usize
}

fn hash_member(member: &Member<'_>, hasher: &mut DefaultHasher) {
    member.key.value.hash(hasher);
    hash(&member.value, hasher);
}

fn hash(node: &Node<'_>, hasher: &mut DefaultHasher) {
    match &node.json {
        Json::Number(text) | Json::String(text) => text.hash(hasher),
        Json::Bool(value) => value.hash(hasher),
        Json::Array(items) => items.iter().for_each(|item| hash(item, hasher)),
        Json::Object(members) => members.iter().for_each(|member| hash_member(member, hasher)),
        Json::Null | Json::Hole(_) | Json::Broken => {}
    }
}

/// The numbers of each variable that earlier rules match.
#[derive(Default)]
struct Taken<'m> {
    variables: Index<'m>,
    bounds: Vec<Bounds>,
}

/// The numbers of a variable that earlier rules match, each bound with the number of its rule.
#[derive(Default)]
struct Bounds {
    /// All above this number, which is included if the flag is set.
    above: Option<((f64, bool), usize)>,
    /// All below this number, which is included if the flag is set.
    below: Option<((f64, bool), usize)>,
}

/// Whether a bound is at least as narrow as another, which lies `distance` further out. The flags say whether each
/// includes its number.
fn is_inside(distance: f64, equal: bool, other_equal: bool) -> bool {
    distance > 0.0 || (distance == 0.0 && (other_equal || !equal))
}

/// Reports a rule if an earlier one matches all of its numbers, and notes the numbers that it matches itself.
fn numbers<'m>(rule: &'m Node<'m>, number: usize, taken: &mut Taken<'m>, out: &Findings) {
    let simple = std::slice::from_ref(rule);
    let parts = nested(rule).find(|(_, all)| *all).map_or(simple, |(rules, _)| rules);
    let (mut variables, mut known) = (Index::new(), Vec::<Known<'_>>::new());
    let numeric = |part: &&Node<'_>| {
        part.as_object().unwrap_or_default().iter().any(|member| member.key.value.starts_with("Numeric"))
    };
    let tests: Vec<Test<'_>> = parts.iter().filter(numeric).filter_map(Test::of).collect();
    for test in &tests {
        let number = variables.in_list(test.variable, &mut known);
        let Some(known) = known.get_mut(number) else { continue };
        known.and(test);
        let (low, high) = (known.low, known.high);
        let taken = taken.variables.get(test.variable).and_then(|number| taken.bounds.get(number));
        let earlier = taken.and_then(|taken| {
            let above = taken.above.filter(|((above, too), _)| {
                low.is_some_and(|(low, equal)| is_inside(low - above, equal, *too))
            });
            let below = taken.below.filter(|((below, too), _)| {
                high.is_some_and(|(high, equal)| is_inside(below - high, equal, *too))
            });
            above.or(below)
        });
        if let Some((_, earlier)) = earlier {
            let message =
                format!("`Choices[{earlier}]` matches all of these numbers, so this rule is never chosen");
            out.report(&RULE, test.comparison.value.site, message).help("put the narrower test first");
            return;
        }
    }
    let ([test], true) = (tests.as_slice(), std::ptr::eq(parts, simple)) else { return };
    let Some(it) = known.first() else { return };
    let bounds = taken.variables.in_list(test.variable, &mut taken.bounds);
    let Some(taken) = taken.bounds.get_mut(bounds) else { return };
    match (it.low, it.high) {
        (Some(low), None) => {
            let wider = taken.above.is_none_or(|((above, too), _)| is_inside(above - low.0, too, low.1));
            taken.above = if wider { Some((low, number)) } else { taken.above };
        }
        (None, Some(high)) => {
            let wider = taken.below.is_none_or(|((below, too), _)| is_inside(high.0 - below, too, high.1));
            taken.below = if wider { Some((high, number)) } else { taken.below };
        }
        _ => {}
    }
}

/// The tests in an `And` that cannot hold beside an earlier one.
fn contradictions(rule: &Node<'_>, out: &Findings) {
    for (rules, all) in nested(rule) {
        let (mut variables, mut known) = (Index::new(), Vec::<Known<'_>>::new());
        for inner in rules {
            contradictions(inner, out);
            let Some(test) = Test::of(inner).filter(|_| all && rules.len() > 1) else { continue };
            let number = variables.in_list(test.variable, &mut known);
            if known.get_mut(number).is_some_and(|known| !known.and(&test)) {
                let message = format!("`{}` contradicts an earlier test in this `And`", test.operator());
                out.report(&RULE, test.comparison.value.site, message)
                    .help("all parts of an `And` must hold at once");
            }
        }
    }
}

/// What is known of a variable after some tests.
#[derive(Default)]
struct Known<'m> {
    /// Its number is above this one, or equal to it if that is said.
    low: Option<(f64, bool)>,
    /// Its number is below this one, or equal to it if that is said.
    high: Option<(f64, bool)>,
    /// What it is compared with by the operators that allow one answer only.
    exact: Vec<(&'m str, &'m Json<'m>)>,
}

impl<'m> Known<'m> {
    /// Takes another test in; false if it cannot hold too.
    fn and(&mut self, test: &Test<'m>) -> bool {
        let operator = test.operator();
        match &test.comparison.value.json {
            Json::Number(digits) => {
                let Ok(number) = digits.parse::<f64>() else { return true };
                match operator {
                    "NumericEquals" => self.above(number, true) & self.below(number, true),
                    "NumericGreaterThan" => self.above(number, false),
                    "NumericGreaterThanEquals" => self.above(number, true),
                    "NumericLessThan" => self.below(number, false),
                    "NumericLessThanEquals" => self.below(number, true),
                    _ => true,
                }
            }
            operand @ (Json::Bool(_) | Json::String(_)) => {
                if operator != "StringEquals" && operator != "BooleanEquals" && !operator.starts_with("Is") {
                    return true;
                }
                if let Some((_, known)) = self.exact.iter().find(|(of, _)| *of == operator) {
                    return *known == operand;
                }
                self.exact.push((operator, operand));
                true
            }
            _ => true,
        }
    }

    fn above(&mut self, number: f64, equal: bool) -> bool {
        if self.low.is_none_or(|(low, or_equal)| number > low || (number == low && or_equal)) {
            self.low = Some((number, equal));
        }
        self.is_possible()
    }

    fn below(&mut self, number: f64, equal: bool) -> bool {
        if self.high.is_none_or(|(high, or_equal)| number < high || (number == high && or_equal)) {
            self.high = Some((number, equal));
        }
        self.is_possible()
    }

    fn is_possible(&self) -> bool {
        match (self.low, self.high) {
            (Some((low, with)), Some((high, too))) => low < high || (low == high && with && too),
            _ => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn the_same_test_again_is_reported() {
        check(expect![[r#"
            "a": { "Type": "Choice", "Choices": [
            { "Variable": "$.x", "IsPresent": true, "Next": "b" },
            { "And": [{ "Variable": "$.x", "IsNull": true }, { "Variable": "$.y", "IsNull": false }], "Next": "b" },
            { "Variable": "$.x", "IsPresent": true, "Comment": "again", "Next": "c" },
            //^^^^^^^^^^ unreachable-choice: `Choices[0]` has the same test, so this rule is never chosen
            // help: remove it, or change its test
            { "And": [{ "Variable": "$.x", "IsNull": true }, { "Variable": "$.y", "IsNull": false }], "Next": "c" }], "Default": "c" },
            //^^^^^ unreachable-choice: `Choices[1]` has the same test, so this rule is never chosen
            // help: remove it, or change its test
            "b": { "Type": "Succeed" }, "c": { "Type": "Fail" }
        "#]]);
    }

    #[test]
    fn in_jsonata() {
        check(expect![[r#"
            { "QueryLanguage": "JSONata", "StartAt": "a", "States": {
            "a": { "Type": "Choice", "Choices": [{ "Condition": "{% $states.input.x %}", "Next": "b" }, { "Condition": "{% $states.input.x %}", "Next": "c" }], "Default": "c" },
                                                                                                        //^^^^^^^^^^^ unreachable-choice: `Choices[0]` has the same test, so this rule is never chosen
                                                                                                        // help: remove it, or change its test
            "b": { "Type": "Choice", "Choices": [{ "Condition": true, "Next": "c" }, { "Condition": "{% $states.input.x %}", "Next": "d" }, { "Condition": "{% $states.input.y %}", "Next": "d" }], "Default": "c" },
                                                              //^^^^ unreachable-choice: this is always true, so the rules after it are never tested
                                                              // help: move it to the end, or make it the `Default`
            "c": { "Type": "Succeed" }, "d": { "Type": "Fail" } } }
        "#]]);
    }

    #[test]
    fn a_random_condition_may_be_repeated() {
        check(expect![[r#"
            { "QueryLanguage": "JSONata", "StartAt": "a", "States": {
            "a": { "Type": "Choice", "Choices": [{ "Condition": "{% $random() < 0.3 %}", "Next": "b" }, { "Condition": "{% $random() < 0.3 %}", "Next": "c" }], "Default": "d" },
            "b": { "Type": "Succeed" }, "c": { "Type": "Fail" }, "d": { "Type": "Pass", "End": true } } }
        "#]]);
    }

    #[test]
    fn contradictions_are_reported() {
        check(expect![[r#"
            "a": { "Type": "Choice", "Choices": [
            { "And": [{ "Variable": "$.x", "NumericGreaterThanEquals": 3 }, { "Variable": "$.x", "NumericLessThan": 3 }], "Next": "b" },
                                                                                                                  //^ unreachable-choice: `NumericLessThan` contradicts an earlier test in this `And`
                                                                                                                  // help: all parts of an `And` must hold at once
            { "And": [{ "Variable": "$.x", "NumericEquals": 3 }, { "Variable": "$.x", "NumericEquals": 4 }], "Next": "b" },
                                                                                                     //^ unreachable-choice: `NumericEquals` contradicts an earlier test in this `And`
                                                                                                     // help: all parts of an `And` must hold at once
            { "Not": { "And": [{ "Variable": "$.x", "StringEquals": "a" }, { "Variable": "$.x", "StringEquals": "b" }] }, "Next": "b" },
                                                                                                              //^^^ unreachable-choice: `StringEquals` contradicts an earlier test in this `And`
                                                                                                              // help: all parts of an `And` must hold at once
            { "And": [{ "Variable": "$.x", "IsNull": true }, { "Variable": "$.x", "IsNull": false }], "Next": "b" }], "Default": "c" },
                                                                                          //^^^^^ unreachable-choice: `IsNull` contradicts an earlier test in this `And`
                                                                                          // help: all parts of an `And` must hold at once
            "b": { "Type": "Succeed" }, "c": { "Type": "Fail" }
        "#]]);
    }

    #[test]
    fn numbers_that_an_earlier_rule_matches_are_reported() {
        check(expect![[r#"
            "a": { "Type": "Choice", "Choices": [
            { "Variable": "$.x", "NumericGreaterThan": 5, "Next": "b" },
            { "Variable": "$.x", "NumericGreaterThan": 10, "Next": "b" },
                                                     //^^ unreachable-choice: `Choices[0]` matches all of these numbers, so this rule is never chosen
                                                     // help: put the narrower test first
            { "Variable": "$.x", "NumericEquals": 7, "Next": "b" },
                                                //^ unreachable-choice: `Choices[0]` matches all of these numbers, so this rule is never chosen
                                                // help: put the narrower test first
            { "Variable": "$.x", "NumericLessThanEquals": 2, "Next": "b" },
            { "And": [{ "Variable": "$.x", "NumericGreaterThan": 1 }, { "Variable": "$.x", "NumericLessThan": 2 }], "Next": "b" }], "Default": "c" },
                                                                                                            //^ unreachable-choice: `Choices[3]` matches all of these numbers, so this rule is never chosen
                                                                                                            // help: put the narrower test first
            "b": { "Type": "Succeed" }, "c": { "Type": "Fail" }
        "#]]);
    }

    #[test]
    fn numbers_that_no_earlier_rule_matches_are_accepted() {
        check(expect![[r#"
            "a": { "Type": "Choice", "Choices": [
            { "And": [{ "Variable": "$.x", "NumericGreaterThan": 5 }, { "Variable": "$.y", "IsPresent": true }], "Next": "b" },
            { "Variable": "$.x", "NumericGreaterThan": 10, "Next": "b" },
            { "Variable": "$.x", "NumericGreaterThanEquals": 10, "Next": "b" },
            { "Variable": "$.y", "NumericGreaterThan": 10, "Next": "b" },
            { "Variable": "$.x", "NumericGreaterThan": 5, "Next": "b" },
            { "Variable": "$.x", "NumericLessThan": 11, "Next": "b" },
            { "Not": { "Variable": "$.x", "NumericGreaterThan": 20 }, "Next": "b" }], "Default": "c" },
            "b": { "Type": "Succeed" }, "c": { "Type": "Fail" }
        "#]]);
    }

    #[test]
    fn a_condition_that_is_never_true() {
        check(expect![[r#"
            { "QueryLanguage": "JSONata", "StartAt": "a", "States": {
            "a": { "Type": "Choice", "Choices": [{ "Condition": "{% false %}", "Next": "b" }, { "Condition": "{% $states.input.x %}", "Next": "b" }], "Default": "c" },
                                                              //^^^^^^^^^^^^^ unreachable-choice: this is never true, so the rule is never chosen
                                                              // help: remove the rule, or change its test
            "b": { "Type": "Succeed" }, "c": { "Type": "Fail" } } }
        "#]]);
    }

    #[test]
    fn tests_that_can_hold_are_accepted() {
        check(expect![[r#"
            "a": { "Type": "Choice", "Choices": [
            { "And": [{ "Variable": "$.x", "NumericGreaterThanEquals": 3 }, { "Variable": "$.x", "NumericLessThanEquals": 3 }], "Next": "b" },
            { "Or": [{ "Variable": "$.x", "NumericEquals": 3 }, { "Variable": "$.x", "NumericEquals": 4 }], "Next": "b" },
            { "And": [{ "Variable": "$.x", "StringEquals": "a" }, { "Variable": "$.y", "StringEquals": "b" }, { "Variable": "$.x", "StringMatches": "a*" }], "Next": "b" },
            { "And": [{ "Variable": "$.x", "IsNull": false }, { "Variable": "$.x", "IsString": true }], "Next": "b" }], "Default": "c" },
            "b": { "Type": "Succeed" }, "c": { "Type": "Fail" }
        "#]]);
    }
}
