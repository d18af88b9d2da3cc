//! ## What it checks
//! A number is within the bounds of its field.
//!
//! ## Why
//! AWS refuses the definition.
//!
//! ## Example
//! ```json
//! "TimeoutSeconds": 0
//! ```
//! Instead:
//! ```json
//! "TimeoutSeconds": 60
//! ```
//!
//! ## Source
//! `Minimum value is 1` (measured). Bounds that appear only in the documentation or in other tools are
//! `probably-refused`, except that no number may be negative.

use crate::finding::{Rule, Severity};

pub static RULE: Rule =
    Rule { id: "out-of-range", severity: Severity::Error, source: include_str!("out_of_range.rs") };

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn integers_out_of_range_are_reported() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "TimeoutSeconds": 0, "Retry": [{ "ErrorEquals": ["E"], "MaxAttempts": 100000000, "BackoffRate": 0.5 }], "End": true }
                                                                                                                   //^ out-of-range: `TimeoutSeconds` must be 1 to 99999999, not 0
                                                                                                                                                                       //^^^^^^^^^ out-of-range: `MaxAttempts` must be 0 to 99999999, not 100000000
                                                                                                                                                                                                 //^^^ out-of-range: `BackoffRate` must be at least 1, not 0.5
        "#]]);
    }

    #[test]
    fn numbers_that_no_machine_word_holds() {
        check(expect![[r#"
            "a": { "Type": "Wait", "Seconds": 123456789012345678901234567890123456789012345, "End": true }
                                            //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ out-of-range: `Seconds` must be 0 to 99999999, not 123456789012345678901234567890123456789012345
        "#]]);
    }

    #[test]
    fn bounds_are_accepted() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "TimeoutSeconds": 99999999, "Retry": [{ "ErrorEquals": ["E"], "MaxAttempts": 0 }, { "ErrorEquals": ["F"], "BackoffRate": 1 }, { "ErrorEquals": ["G"], "IntervalSeconds": 0 }], "End": true }
        "#]]);
    }

    #[test]
    fn what_is_below_the_least_is_told_from_what_is_negative() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "Retry": [{ "ErrorEquals": ["E"], "BackoffRate": 0 }, { "ErrorEquals": ["F"], "BackoffRate": -1 }], "End": true }
                                                                                                                                                  //^ out-of-range: `BackoffRate` must be at least 1, not 0
                                                                                                                                                                                              //^^ out-of-range: `BackoffRate` must be at least 1, not -1
        "#]]);
    }
}
