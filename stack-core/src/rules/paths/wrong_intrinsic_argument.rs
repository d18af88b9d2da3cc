//! ## What it checks
//! An intrinsic function gets the right number of arguments, and its literals have the right type and are in
//! range. A format string has as many `{}` as there are values for it, and no other `{` without a backslash.
//!
//! ## Why
//! Executions that reach the state fail with `States.Runtime`, which nothing can catch.
//!
//! ## Example
//! ```json
//! { "Type": "Pass", "Parameters": { "text.$": "States.Format('{} of {}', $.done)" }, "End": true }
//! ```
//! Instead:
//! ```json
//! {
//!   "Type": "Pass",
//!   "Parameters": { "text.$": "States.Format('{} of {}', $.done, $.all)" },
//!   "End": true
//! }
//! ```
//!
//! ## Source
//! The documentation of each function, not confirmed on AWS. For braces, an error that executions failed
//! with: `Invalid template in States.Format: matching '}' not found for '{'` (aws/aws-cdk#29261). Other
//! functions accept `{` without a backslash.

use crate::finding::{Rule, Severity};

pub static RULE: Rule = Rule {
    id: "wrong-intrinsic-argument",
    severity: Severity::Deny,
    source: include_str!("wrong_intrinsic_argument.rs"),
};

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn wrong_numbers_and_kinds_are_reported() {
        check(expect![[r#"
            "a": { "Type": "Pass", "Parameters": { "a.$": "States.UUID(1)", "b.$": "States.Hash($.x, 'SHA256')", "c.$": "States.Array(States.ArrayRange(1, 9, 0))" }, "End": true }
                                                        //^^^^^^^^^^^^^^^^ wrong-intrinsic-argument: `States.UUID` takes no arguments, not 1
                                                        // help: in `States.UUID(1)`
                                                        //           ^^^^^^^^^^^
                                                                                 //^^^^^^^^^^^^^^^^^^^^^^^^^^^^ wrong-intrinsic-argument: `States.Hash`: there is no algorithm `SHA256`
                                                                                 // help: in `States.Hash($.x, 'SHA256')`
                                                                                 //                            ^^^^^^^^
                                                                                 // help: did you mean `SHA-256`?
                                                                                                                      //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ wrong-intrinsic-argument: a range needs a step other than 0
                                                                                                                      // help: in `States.Array(States.ArrayRange(1, 9, 0))`
                                                                                                                      //                        ^^^^^^^^^^^^^^^^^
        "#]]);
    }

    #[test]
    fn right_arguments_are_accepted() {
        check(expect![[r#"
            "a": { "Type": "Pass", "Parameters": { "a.$": "States.MathRandom(1, 9)", "b.$": "States.Format('{}', $.x)" }, "End": true }
        "#]]);
    }

    #[test]
    fn what_was_meant_is_shown() {
        check(expect![[r#"
            "a": { "Type": "Pass", "Parameters": { "x.$": "States.Hash($.x, 'SHA256')" }, "Next": "b" },
                                                        //^^^^^^^^^^^^^^^^^^^^^^^^^^^^ wrong-intrinsic-argument: `States.Hash`: there is no algorithm `SHA256`
                                                        // help: in `States.Hash($.x, 'SHA256')`
                                                        //                            ^^^^^^^^
                                                        // help: did you mean `SHA-256`?
            "b": { "Type": "Pass", "Parameters": { "x.$": "States.JsonMerge($.x, $.y, true)" }, "End": true }
                                                        //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ wrong-intrinsic-argument: `States.JsonMerge`: only a shallow merge is supported
                                                        // help: in `States.JsonMerge($.x, $.y, true)`
                                                        //                                      ^^^^
                                                        // help: this must be `false`
        "#]]);
    }
}
