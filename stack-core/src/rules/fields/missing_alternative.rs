//! ## What it checks
//! Where one of several fields is required, one is present: `Next` or `End`, one way of saying how long to
//! wait, `ItemProcessor` or `Iterator`, what a choice rule looks at.
//!
//! ## Why
//! AWS refuses the definition. `End: false` ends nothing, so it does not count.
//!
//! ## Example
//! ```json
//! "a": { "Type": "Pass" }
//! ```
//! Instead:
//! ```json
//! "a": { "Type": "Pass", "End": true }
//! ```
//!
//! ## Source
//! `This object should have only one of the following fields: [Next, End]` (measured).

use crate::finding::{Rule, Severity};

pub static RULE: Rule = Rule {
    id: "missing-alternative",
    severity: Severity::Error,
    source: include_str!("missing_alternative.rs"),
};

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn no_next_and_no_end() {
        check(expect![[r#"
            "a": { "Type": "Pass" }
            //^^^ missing-alternative: `a` has neither `Next` nor `End`
            // help: add `Next` to say where it goes, or `End: true` to end here
        "#]]);
    }

    #[test]
    fn an_end_that_is_none() {
        check(expect![[r#"
            "a": { "Type": "Pass", "End": false }
                                        //^^^^^ missing-alternative: `a` has no `Next`, and its `End` is false
                                        // help: add `Next`, or set `End` to true
        "#]]);
    }

    #[test]
    fn a_wait_for_nothing() {
        check(expect![[r#"
            "a": { "Type": "Wait", "End": true }
            //^^^ missing-alternative: `a` has none of `Seconds`, `SecondsPath`, `Timestamp`, `TimestampPath`
        "#]]);
    }

    #[test]
    fn in_jsonata() {
        check(expect![[r#"
            { "QueryLanguage": "JSONata", "StartAt": "a", "States": { "a":
            { "Type": "Choice", "Choices": [{ "Next": "b" }], "Default": "a" }, "b": { "Type": "Succeed" }
                                          //^ missing-alternative: this choice rule has no `Condition`
            } }
        "#]]);
    }

    #[test]
    fn a_comparison_without_a_variable() {
        check(expect![[r#"
            "a": { "Type": "Choice", "Choices": [{ "IsPresent": true, "Next": "b" }], "Default": "a" },
                                               //^ missing-alternative: this choice rule has none of `And`, `Or`, `Not`, `Variable`
            "b": { "Type": "Succeed" }
        "#]]);
    }
}
