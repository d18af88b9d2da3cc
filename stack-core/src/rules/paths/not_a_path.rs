//! ## What it checks
//! A field that takes a path holds one, starting with `$`. `ErrorPath`, `CausePath` and the keys of a payload
//! template that end in `.$` also take an intrinsic function.
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
//! `Value must be a valid JSONPath.`, `Reference path didn't start with '$'`, `The value for the field 'a.$' must
//! be a valid JSONPath or a valid intrinsic function call` (measured).

use crate::finding::{Rule, Severity};

pub static RULE: Rule =
    Rule { id: "not-a-path", severity: Severity::Error, source: include_str!("not_a_path.rs") };

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn a_name_is_reported() {
        check(expect![[r#"
            "a": { "Type": "Pass", "InputPath": "order.id", "ResultPath": null, "OutputPath": "$$.Execution", "End": true }
                                              //^^^^^^^^^^ not-a-path: `InputPath` takes a path, which starts with `$`
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

    #[test]
    fn in_templates() {
        check(expect![[r#"
            "a": { "Type": "Pass", "Parameters": { "a.$": "b", "o": { "a.$": "b" }, "l": [{ "a.$": 5 }], "c.$": null, "d": "b" }, "Assign": { "v.$": "b" }, "Next": "m" },
                                                        //^^^ not-a-path: `a.$` takes a path or an intrinsic function
                                                        // help: a path starts with `$`, a function with `States.`
                                                                           //^^^ not-a-path: `a.$` takes a path or an intrinsic function
                                                                           // help: a path starts with `$`, a function with `States.`
                                                                                                 //^ not-a-path: `a.$` takes a path or an intrinsic function, not a number
                                                                                                 // help: for a literal value, name the key `a`, without the `.$`
                                                                                                              //^^^^ not-a-path: `c.$` takes a path or an intrinsic function, not `null`
                                                                                                              // help: for a literal value, name the key `c`, without the `.$`
                                                                                                                                                   //^^^ not-a-path: `v.$` takes a path or an intrinsic function
                                                                                                                                                   // help: a path starts with `$`, a function with `States.`
            "m": { "Type": "Map", "ItemSelector": { "a.$": "b" }, "ItemProcessor": { "StartAt": "i", "States": { "i": { "Type": "Succeed" } } }, "ResultSelector": { "a.$": "Statesman()" }, "End": true }
                                                         //^^^ not-a-path: `a.$` takes a path or an intrinsic function
                                                         // help: a path starts with `$`, a function with `States.`
                                                                                                                                                                          //^^^^^^^^^^^^^ not-a-path: `a.$` takes a path or an intrinsic function
                                                                                                                                                                          // help: a path starts with `$`, a function with `States.`
        "#]]);
    }

    #[test]
    fn both_in_one_object_are_reported() {
        check(expect![[r#"
            "a": { "Type": "Pass", "Parameters": { "a.$": "$.b", "a": 1 }, "End": true }
                                                 //^^^^^ probably-refused: `a.$` conflicts with `a`: both set `a`
        "#]]);
    }
}
