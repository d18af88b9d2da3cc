//! ## What it checks
//! Where AWS reads or writes a single value, the path can select only one: it has no wildcard, deep scan,
//! slice, filter or list of names, and no `,`, `*` or `?` outside of quotes. A `ResultPath` is written to, so it cannot lead into the context object or
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
    fn signs_indexes_and_functions() {
        check(expect![[r#"
            "a": { "Type": "Pass", "ResultPath": "$.value1, $.value2", "Next": "b" },
                                               //^^^^^^^^^^^^^^^^^^^^ not-a-reference-path: `ResultPath` takes the path of one value, which has no `,`
                                               // help: in `$.value1, $.value2`
                                               //                   ^
                                               // help: a name with such a sign goes in brackets and quotes: `$['a:b']`
            "b": { "Type": "Pass", "ResultPath": "$.a*", "Next": "c" },
                                               //^^^^^^ not-a-reference-path: `ResultPath` takes the path of one value, which has no `*`
                                               // help: in `$.a*`
                                               //              ^
                                               // help: a name with such a sign goes in brackets and quotes: `$['a:b']`
            "c": { "Type": "Wait", "SecondsPath": "$.a:b", "Next": "d" },
                                                //^^^^^^^ probably-refused: `SecondsPath` takes the path of one value, which has no `:`
                                                // help: in `$.a:b`
                                                //              ^
                                                // help: a name with such a sign goes in brackets and quotes: `$['a:b']`
            "d": { "Type": "Wait", "SecondsPath": "$.a[$.i]", "Next": "e" },
                                                //^^^^^^^^^^ certain-failure: `SecondsPath` has brackets that nothing can read
                                                // help: in `$.a[$.i]`
                                                //              ^
                                                // help: to compute an index, use `States.ArrayGetItem` under a key that ends in `.$`
            "e": { "Type": "Wait", "SecondsPath": "$.a.length()", "Next": "f" },
                                                //^^^^^^^^^^^^^^ probably-refused: `SecondsPath` takes the path of one value, and a function has none
                                                // help: in `$.a.length()`
                                                //              ^
            "f": { "Type": "Pass", "InputPath": "$.a[$.i]", "Parameters": { "x.$": "States.Array($.b[a-b], $.c['a' 'b'])" }, "End": true }
                                              //^^^^^^^^^^ certain-failure: `InputPath` has brackets that nothing can read
                                              // help: in `$.a[$.i]`
                                              //              ^
                                              // help: to compute an index, use `States.ArrayGetItem` under a key that ends in `.$`
                                                                                 //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ certain-failure: `x.$` has brackets that nothing can read
                                                                                 // help: in `States.Array($.b[a-b], $.c['a' 'b'])`
                                                                                 //                           ^
                                                                                 // help: they hold a number, `[0:2]`, `[0, 1]`, `['name']`, `[*]` or `[?(..)]`
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
