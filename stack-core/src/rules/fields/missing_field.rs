//! ## What it checks
//! An object has its required fields.
//!
//! ## Why
//! AWS refuses the definition.
//!
//! ## Example
//! ```json
//! { "Type": "Task", "End": true }
//! ```
//! Instead:
//! ```json
//! { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:bill", "End": true }
//! ```
//!
//! ## Source
//! `These fields are required: [StartAt]` (recorded and measured).

use crate::finding::{Rule, Severity};

pub static RULE: Rule =
    Rule { id: "missing-field", severity: Severity::Error, source: include_str!("missing_field.rs") };

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn of_a_state() {
        check(expect![[r#"
            "a": { "Type": "Task", "Next": "b" },
            //^^^ missing-field: `a` has no `Resource`
            "b": { "End": true }
            //^^^ missing-field: `b` has no `Type`
            // help: the types are `Task`, `Pass`, `Choice`, `Wait`, `Succeed`, `Fail`, `Parallel`, `Map`
        "#]]);
    }

    #[test]
    fn of_a_retrier_and_a_catcher() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "Retry": [{ "MaxAttempts": 1 }], "Catch": [{ "ErrorEquals": ["E"] }], "End": true }
                                                                                                           //^ missing-field: this retrier has no `ErrorEquals`
                                                                                                                                            //^ missing-field: this catcher has no `Next`
        "#]]);
    }

    #[test]
    fn of_the_machine() {
        check(expect![[r#"
            { "Comment": "no more" }
            //^ missing-field: this state machine has no `StartAt`
            //^ missing-field: this state machine has no `States`
        "#]]);
    }

    #[test]
    fn of_a_branch() {
        check(expect![[r#"
            "a": { "Type": "Parallel", "Branches": [{ "States": { "b": { "Type": "Succeed" } } }], "End": true }
                                                  //^ missing-field: this Parallel branch has no `StartAt`
        "#]]);
    }

    #[test]
    fn a_misspelt_field_is_one_fault() {
        check(expect![[r#"
            "a": { "type": "Pass", "End": true }
                 //^^^^^^ unknown-field: no state has a field `type`
                 // help: did you mean `Type`?
        "#]]);
    }
}
