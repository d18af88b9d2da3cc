//! ## What it checks
//! No object has two fields that exclude each other.
//!
//! ## Why
//! AWS refuses the definition: it cannot tell which of the two is meant.
//!
//! ## Example
//! ```json
//! { "Type": "Wait", "Seconds": 5, "Timestamp": "2030-01-31T00:00:00Z", "End": true }
//! ```
//! Instead:
//! ```json
//! { "Type": "Wait", "Seconds": 5, "End": true }
//! ```
//!
//! ## Source
//! `There should only be one of the following fields: [..]` (measured).

use crate::finding::{Rule, Severity};

pub static RULE: Rule = Rule {
    id: "conflicting-fields",
    severity: Severity::Error,
    source: include_str!("conflicting_fields.rs"),
};

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn two_durations_conflict() {
        check(expect![[r#"
            "a": { "Type": "Wait", "Seconds": 1, "Timestamp": "2030-01-31T00:00:00Z", "End": true }
                                               //^^^^^^^^^^^ conflicting-fields: `Timestamp` cannot be used together with `Seconds`
                                               // help: a Wait state takes only one of the two
        "#]]);
    }

    #[test]
    fn next_and_end_conflict() {
        check(expect![[r#"
            "a": { "Type": "Pass", "End": true, "Next": "b" }, "b": { "Type": "Succeed" }
                                              //^^^^^^ conflicting-fields: `Next` cannot be used together with `End`
                                              // help: a Pass state takes only one of the two
        "#]]);
    }

    #[test]
    fn two_comparisons_conflict() {
        check(expect![[r#"
            "a": { "Type": "Choice", "Choices": [{ "Variable": "$.x", "IsPresent": true, "IsNull": false, "Next": "b" }], "Default": "a" },
                                                                                       //^^^^^^^^ conflicting-fields: `IsNull` cannot be used together with `IsPresent`
                                                                                       // help: a choice rule takes only one of the two
            "b": { "Type": "Succeed" }
        "#]]);
    }

    #[test]
    fn a_field_of_the_other_language_is_that_and_no_conflict() {
        check(expect![[r#"
            "a": { "QueryLanguage": "JSONata", "Type": "Wait", "Seconds": 1, "SecondsPath": "$.s", "End": true }
                                                                           //^^^^^^^^^^^^^ wrong-query-language: `SecondsPath` belongs to JSONPath, but `a` uses JSONata
                                                                           // help: in JSONata, use `Seconds` with `{% .. %}`
        "#]]);
    }
}
