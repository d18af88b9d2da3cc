//! ## What it checks
//! A field that takes a path holds one: it starts with `$`. `ErrorPath` and `CausePath` take an intrinsic
//! function too.
//!
//! ## Why
//! AWS refuses the definition.
//!
//! ## Example
//! ```json
//! "InputPath": "order"
//! ```
//! Instead:
//! ```json
//! "InputPath": "$.order"
//! ```
//!
//! ## Source
//! `Value must be a valid JSONPath.`, `Reference path didn't start with '$'` (measured).

use super::Rule;
use crate::finding::Severity;

pub static RULE: Rule = Rule {
    id: "not-a-path",
    severity: Severity::Error,
    check: None,
    source: include_str!("not_a_path.rs"),
};

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn a_name() {
        check(expect![[r#"
            "a": { "Type": "Pass", "InputPath": "order.id", "ResultPath": null, "OutputPath": "$$.Execution", "End": true }
                                              //^^^^^^^^^^ not-a-path: `InputPath` takes a path, and a path starts with `$`
                                              // help: did you mean `$.order.id`?
        "#]]);
    }

    #[test]
    fn neither_path_nor_function() {
        check(expect![[r#"
            "a": { "Type": "Fail", "ErrorPath": "oops!", "CausePath": "States.UUID()" }
                                              //^^^^^^^ not-a-path: `ErrorPath` takes a path or an intrinsic function
                                              // help: a path starts with `$`, a function with `States.`
        "#]]);
    }
}
