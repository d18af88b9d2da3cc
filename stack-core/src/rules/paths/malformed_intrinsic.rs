//! ## What it checks
//! A call of an intrinsic function is complete: parentheses and strings are closed, strings are in single
//! quotes, arguments are separated by commas, each argument is a literal, a path or a call, the only escapes
//! are `\'`, `\{`, `\}` and `\\`, and nothing follows the call.
//!
//! ## Why
//! AWS refuses the definition, or every execution that reaches the state fails.
//!
//! ## Example
//! ```json
//! { "Type": "Pass", "Parameters": { "text.$": "States.Format(\"{}\", $.name)" }, "End": true }
//! ```
//! Instead:
//! ```json
//! { "Type": "Pass", "Parameters": { "text.$": "States.Format('{}', $.name)" }, "End": true }
//! ```
//!
//! ## Source
//! `must be a valid JSONPath or a valid intrinsic function call` (recorded for escapes); the grammar is documented.

use crate::finding::{Rule, Severity};

pub static RULE: Rule = Rule {
    id: "malformed-intrinsic",
    severity: Severity::Error,
    source: include_str!("malformed_intrinsic.rs"),
};

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn in_templates() {
        check(expect![[r#"
            "a": { "Type": "Pass", "Parameters": { "a.$": "States.Format('{}', $.x", "b.$": "States.Format(\"{}\", 1)", "c.$": "States.UUID() x" }, "Next": "b" },
                                                        //^^^^^^^^^^^^^^^^^^^^^^^^^ malformed-intrinsic: `a.$` has a malformed function call: this is never closed
                                                        // help: in `States.Format('{}', $.x`
                                                        //                        ^
                                                                                          //^^^^^^^^^^^^^^^^^^^^^^^^^^ malformed-intrinsic: `b.$` has a malformed function call: strings are written in single quotes, not double quotes
                                                                                          // help: in `States.Format("{}", 1)`
                                                                                          //                         ^
                                                                                                                             //^^^^^^^^^^^^^^^^^ malformed-intrinsic: `c.$` has a malformed function call: nothing may follow the call
                                                                                                                             // help: in `States.UUID() x`
                                                                                                                             //                         ^
            "b": { "Type": "Pass", "Assign": { "a.$": "States.Format('a \\\"b\\\"')", "b.$": "States.Format('{}', x)", "c.$": "States.Array($.a[, 1)" }, "End": true }
                                                    //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ malformed-intrinsic: `a.$` has a malformed function call: `\"` is not an escape: the escapes are `\'`, `\{`, `\}` and `\\`
                                                    // help: in `States.Format('a \"b\"')`
                                                    //                            ^
                                                                                           //^^^^^^^^^^^^^^^^^^^^^^^^ malformed-intrinsic: `b.$` has a malformed function call: `x` is not an argument: strings are in single quotes, and paths start with `$`
                                                                                           // help: in `States.Format('{}', x)`
                                                                                           //                               ^
                                                                                                                            //^^^^^^^^^^^^^^^^^^^^^^^ malformed-intrinsic: `c.$` has a malformed function call: this is never closed
                                                                                                                            // help: in `States.Array($.a[, 1)`
                                                                                                                            //                           ^
        "#]]);
    }

    #[test]
    fn in_fields() {
        check(expect![[r#"
            "a": { "Type": "Fail", "ErrorPath": "States.UUID(", "CausePath": "States.Format('{}', $.x)" }
                                              //^^^^^^^^^^^^^^ malformed-intrinsic: `ErrorPath` has a malformed function call: this is never closed
                                              // help: in `States.UUID(`
                                              //                      ^
        "#]]);
    }

    #[test]
    fn no_functions_in_jsonata() {
        check(expect![[r#"
            "a": { "Type": "Pass", "QueryLanguage": "JSONata", "Output": { "a": "States.Format(" }, "End": true }
                                                                              //^^^^^^^^^^^^^^^^ unevaluated-expression: this function call is never evaluated: it stays a plain string
                                                                              // help: in JSONata, write `{% .. %}` with a function of JSONata
        "#]]);
    }
}
