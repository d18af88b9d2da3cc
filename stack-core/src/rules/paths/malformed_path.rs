//! ## What it checks
//! A path is complete: its brackets and quotes are closed, every dot is followed by a name, names in brackets
//! are quoted, and `$`, `$$` or a variable's name is followed by `.` or `[`.
//!
//! ## Why
//! AWS refuses the definition, or every execution that reaches the state fails.
//!
//! ## Example
//! ```json
//! { "Type": "Pass", "InputPath": "$.orders[0", "End": true }
//! ```
//! Instead:
//! ```json
//! { "Type": "Pass", "InputPath": "$.orders[0]", "End": true }
//! ```
//!
//! ## Source
//! `Value must be a valid JSONPath.`; the grammar is that of Jayway's JsonPath, which AWS uses (documented).

use crate::finding::{Rule, Severity};

pub static RULE: Rule =
    Rule { id: "malformed-path", severity: Severity::Error, source: include_str!("malformed_path.rs") };

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn in_fields_and_templates() {
        check(expect![[r#"
            "a": { "Type": "Pass", "InputPath": "$.a[0", "OutputPath": "$.größe.", "Next": "b" },
                                              //^^^^^^^ malformed-path: `InputPath` has a malformed path: this is never closed
                                              // help: in `$.a[0`
                                              //              ^
                                                                     //^^^^^^^^^^ malformed-path: `OutputPath` has a malformed path: nothing follows the dot
                                                                     // help: in `$.größe.`
                                                                     //                  ^
            "b": { "Type": "Pass", "Parameters": { "x.$": "$$Execution", "y": [{ "z.$": " $.a['b]" }] }, "ResultPath": "$.a[b]", "Next": "c" },
                                                        //^^^^^^^^^^^^^ malformed-path: `x.$` has a malformed path: `.` or `[` follows the `$$`
                                                        // help: in `$$Execution`
                                                        //             ^
                                                                                      //^^^^^^^^^^ malformed-path: `z.$` has a malformed path: this quote is never closed
                                                                                      // help: in `$.a['b]`
                                                                                      //               ^
                                                                                                                     //^^^^^^^^ malformed-path: `ResultPath` has a malformed path: `b` in brackets needs quotes
                                                                                                                     // help: in `$.a[b]`
                                                                                                                     //               ^
            "c": { "Type": "Choice", "Choices": [{ "Variable": "$5", "NumericEqualsPath": "$...b", "Next": "d" }], "Default": "e" },
                                                             //^^^^ malformed-path: `Variable` has a malformed path: `.`, `[` or a variable's name follows the `$`
                                                             // help: in `$5`
                                                             //            ^
                                                                                        //^^^^^^^ malformed-path: `NumericEqualsPath` has a malformed path: there are too many dots
                                                                                        // help: in `$...b`
                                                                                        //            ^
            "d": { "Type": "Succeed" }, "e": { "Type": "Succeed" }
        "#]]);
    }

    #[test]
    fn whole_and_unknown_paths_are_accepted() {
        check(expect![[r#"
            "a": { "Type": "Pass", "InputPath": "$", "OutputPath": "$.[0].a['c d'].d-e[?(@.f > 1)]", "Next": "b" },
            "b": { "Type": "Pass", "InputPath": "${Path}", "OutputPath": "$$.Execution.Input.größe", "Parameters": { "a.$": "${Name}", "b.$": "$ " }, "End": true }
        "#]]);
    }

    #[test]
    fn texts_of_jsonata_are_accepted() {
        check(expect![[r#"
            "a": { "Type": "Pass", "QueryLanguage": "JSONata", "Output": { "a": "$.b[0" }, "End": true }
        "#]]);
    }
}
