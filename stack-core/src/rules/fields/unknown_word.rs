//! ## What it checks
//! A field that takes one of a few fixed words holds one of them, spelt exactly. `Version` is such a field:
//! its only word is `1.0`.
//!
//! ## Why
//! AWS refuses the definition.
//!
//! ## Example
//! ```json
//! "JitterStrategy": "full"
//! ```
//! Instead:
//! ```json
//! "JitterStrategy": "FULL"
//! ```
//!
//! ## Source
//! `Value should be one of the following: [NONE, FULL]` (measured).

use crate::finding::{Rule, Severity};

pub static RULE: Rule =
    Rule { id: "unknown-word", severity: Severity::Error, source: include_str!("unknown_word.rs") };

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn a_misspelt_query_language_is_one_fault() {
        check(expect![[r#"
            { "QueryLanguage": "JSONPATH", "StartAt": "a", "States": {
                             //^^^^^^^^^^ unknown-word: `QueryLanguage` cannot be `JSONPATH`
                             // help: did you mean `JSONPath`?
            "a": { "Type": "Pass", "Assign": { "x.$": "$.a", "y": "$.b" }, "Next": "b" },
            "b": { "Type": "Pass", "QueryLanguage": "JSONPath", "Parameters": { "x.$": "$x" }, "End": true } } }
        "#]]);
        check(expect![[r#"
            { "StartAt": "a", "States": {
            "a": { "Type": "Pass", "QueryLanguage": "JSONAta", "Assign": { "x": "{% $states.input.x %}" }, "Output": "{% 1 %}", "End": true } } }
                                                  //^^^^^^^^^ unknown-word: `QueryLanguage` cannot be `JSONAta`
                                                  // help: did you mean `JSONata`?
        "#]]);
    }

    #[test]
    fn near_one() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "Retry": [{ "ErrorEquals": ["E"], "JitterStrategy": "full" }], "End": true }
                                                                                                                                                     //^^^^^^ unknown-word: `JitterStrategy` cannot be `full`
                                                                                                                                                     // help: did you mean `FULL`?
        "#]]);
    }

    #[test]
    fn a_version() {
        check(expect![[r#"
            { "Version": "2.0", "StartAt": "a", "States": { "a": { "Type": "Succeed" } } }
                       //^^^^^ unknown-word: `Version` cannot be `2.0`
                       // help: it takes `1.0`
        "#]]);
    }

    #[test]
    fn a_language() {
        check(expect![[r#"
            { "QueryLanguage": "XPath", "StartAt": "a", "States": { "a": { "Type": "Succeed" } } }
                             //^^^^^^^ unknown-word: `QueryLanguage` cannot be `XPath`
                             // help: it takes `JSONPath`, `JSONata`
        "#]]);
    }
}
