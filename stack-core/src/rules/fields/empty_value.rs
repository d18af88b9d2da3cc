//! ## What it checks
//! `States`, `Branches`, `Choices`, `And`, `Or` and `ErrorEquals` are not empty.
//!
//! ## Why
//! AWS refuses the definition. `Retry` and `Catch` may be empty.
//!
//! ## Example
//! ```json
//! "Choices": []
//! ```
//! Instead:
//! ```json
//! "Choices": [{ "Variable": "$.x", "IsPresent": true, "Next": "b" }]
//! ```
//!
//! ## Source
//! `Value cannot be empty` (recorded and measured; for `States`, all tools agree).

use crate::finding::{Rule, Severity};

pub static RULE: Rule =
    Rule { id: "empty-value", severity: Severity::Error, source: include_str!("empty_value.rs") };

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn empty_lists_are_reported() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "Retry": [{ "ErrorEquals": [] }], "Catch": [], "Next": "b" },
                                                                                                                            //^ empty-value: `ErrorEquals` is empty, but needs at least one error name
            "b": { "Type": "Choice", "Choices": [], "Default": "c" }, "c": { "Type": "Parallel", "Branches": [], "End": true }
                                              //^ empty-value: `Choices` is empty, but needs a choice rule
                                                                                                           //^ empty-value: `Branches` is empty, but needs a Parallel branch
        "#]]);
    }

    #[test]
    fn a_container_without_states_is_reported() {
        check(expect![[r#"
            { "StartAt": "a", "States": {} }
                                      //^ empty-value: `States` is empty, but needs at least one state
        "#]]);
    }
}
