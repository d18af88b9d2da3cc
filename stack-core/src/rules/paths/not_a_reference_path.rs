//! ## What it checks
//! Where AWS reads or writes a single value, the path can select only one: it has no wildcard, deep scan,
//! slice, filter or list of names. A `ResultPath` is written to, so it cannot lead into the context object or
//! a variable.
//!
//! ## Why
//! AWS refuses the definition, or the path yields an array, which the field cannot use.
//!
//! ## Example
//! ```json
//! { "Type": "Pass", "ResultPath": "$.results[*]", "End": true }
//! ```
//! Instead:
//! ```json
//! { "Type": "Pass", "ResultPath": "$.results", "End": true }
//! ```
//!
//! ## Source
//! `Value is not a Reference Path` (measured); the restrictions on `ResultPath` and variables are documented.

use crate::finding::{Rule, Severity};

pub static RULE: Rule = Rule {
    id: "not-a-reference-path",
    severity: Severity::Error,
    source: include_str!("not_a_reference_path.rs"),
};

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn paths_of_many_values_are_reported() {
        check(expect![[r#"
            "a": { "Type": "Pass", "ResultPath": "$.a[*]", "Next": "b" },
                                               //^^^^^^^^ not-a-reference-path: `ResultPath` takes the path of one value, but a wildcard may select several
                                               // help: in `$.a[*]`
                                               //              ^
            "b": { "Type": "Wait", "SecondsPath": "$.a[0:2]", "Next": "c" },
                                                //^^^^^^^^^^ not-a-reference-path: `SecondsPath` takes the path of one value, but a slice may select several
                                                // help: in `$.a[0:2]`
                                                //              ^
            "c": { "Type": "Choice", "Choices": [{ "Variable": "$..a", "NumericEqualsPath": "$..b", "Next": "d" }], "Default": "e" },
                                                                                          //^^^^^^ not-a-reference-path: `NumericEqualsPath` takes the path of one value, but a deep scan may select several
                                                                                          // help: in `$..b`
                                                                                          //            ^
            "d": { "Type": "Fail", "CausePath": "$.a[?(@.b)]" }, "e": { "Type": "Succeed" }
                                              //^^^^^^^^^^^^^ probably-refused: `CausePath` takes the path of one value, but a filter may select several
                                              // help: in `$.a[?(@.b)]`
                                              //              ^
        "#]]);
    }

    #[test]
    fn nowhere_to_write() {
        check(expect![[r#"
            "a": { "Type": "Pass", "ResultPath": "$$.a", "Next": "b" },
                                               //^^^^^^ not-a-reference-path: `ResultPath` takes a path in the state's input, which starts with `$.`
                                               // help: the context object cannot be written to
            "b": { "Type": "Pass", "ResultPath": "$order.id", "End": true }
                                               //^^^^^^^^^^^ not-a-reference-path: `ResultPath` takes a path in the state's input, which starts with `$.`
                                               // help: to set a variable such as `$order`, use `Assign`
        "#]]);
    }

    #[test]
    fn paths_of_one_value_are_accepted() {
        check(expect![[r#"
            "a": { "Type": "Pass", "InputPath": "$.a[*]", "ResultPath": "$['a:b'][0].c", "Next": "b" },
            "b": { "Type": "Wait", "SecondsPath": "$$.Execution.Input.seconds", "Assign": { "time.$": "$.time" }, "Next": "c" },
            "c": { "Type": "Wait", "TimestampPath": "$time", "End": true }
        "#]]);
    }
}
