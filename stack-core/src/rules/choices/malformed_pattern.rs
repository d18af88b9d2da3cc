//! ## What it checks
//! In a `StringMatches` pattern, a backslash only comes before `*` or another backslash.
//!
//! ## Why
//! Any other escape is an error when the state runs. (In JSON text, each backslash is written twice.)
//!
//! ## Example
//! ```json
//! "a": {
//!   "Type": "Choice",
//!   "Choices": [{ "Variable": "$.x", "StringMatches": "C:\\temp\\*", "Next": "b" }],
//!   "Default": "c"
//! },
//! "b": { "Type": "Fail" },
//! "c": { "Type": "Succeed" }
//! ```
//! Instead:
//! ```json
//! "a": {
//!   "Type": "Choice",
//!   "Choices": [{ "Variable": "$.x", "StringMatches": "C:\\\\temp\\\\*", "Next": "b" }],
//!   "Default": "c"
//! },
//! "b": { "Type": "Fail" },
//! "c": { "Type": "Succeed" }
//! ```
//!
//! ## Source
//! The specification; AWS's behaviour is not confirmed.

use crate::analysis::Analysis;
use crate::analysis::choices::{self, Test, nested};
use crate::finding::{Findings, Rule, Severity};
use crate::json::Node;

pub static RULE: Rule = Rule {
    id: "malformed-pattern",
    severity: Severity::Warning,
    source: include_str!("malformed_pattern.rs"),
};

pub(super) fn check(analysis: &Analysis<'_>, out: &Findings) {
    let machine = analysis.machine;
    for rule in choices::states(machine).flat_map(|(_, rules)| rules) {
        check_rule(rule, out);
    }
}

fn check_rule(rule: &Node<'_>, out: &Findings) {
    if let Some(test) = Test::of(rule).filter(|test| test.operator() == "StringMatches")
        && let Some(escape) = open_escape(test.comparison.value.as_str().unwrap_or_default())
    {
        let message = match escape {
            None => "the pattern ends in the middle of an escape".to_owned(),
            Some(other) => format!("a pattern cannot contain the escape `\\{other}`"),
        };
        out.report(&RULE, test.comparison.value.site, message)
            .help("only `*` and the backslash itself can be escaped with a backslash");
    }
    for (rules, _) in nested(rule) {
        rules.iter().for_each(|rule| check_rule(rule, out));
    }
}

/// What the first wrong backslash stands before, if there is one; nothing at the end.
fn open_escape(pattern: &str) -> Option<Option<char>> {
    let mut chars = pattern.chars();
    while let Some(char) = chars.next() {
        if char == '\\' {
            let escaped = chars.next();
            if !matches!(escaped, Some('*' | '\\')) {
                return Some(escaped);
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn open_escapes_are_reported_and_whole_ones_accepted() {
        check(expect![[r#"
            "a": { "Type": "Choice", "Choices": [
            { "Variable": "$.x", "StringMatches": "a\\", "Next": "b" },
                                                //^^^^^ malformed-pattern: the pattern ends in the middle of an escape
                                                // help: only `*` and the backslash itself can be escaped with a backslash
            { "Not": { "Variable": "$.x", "StringMatches": "a\\d*" }, "Next": "b" },
                                                         //^^^^^^^ malformed-pattern: a pattern cannot contain the escape `\d`
                                                         // help: only `*` and the backslash itself can be escaped with a backslash
            { "Variable": "$.x", "StringMatches": "\\**\\\\", "Next": "b" }], "Default": "c" },
            "b": { "Type": "Succeed" }, "c": { "Type": "Fail" }
        "#]]);
    }
}
