//! ## What it checks
//! Every intrinsic function that is called exists, spelt exactly.
//!
//! ## Why
//! AWS refuses the definition, or every execution that reaches the state fails.
//!
//! ## Example
//! ```json
//! { "Type": "Pass", "Parameters": { "id.$": "States.uuid()" }, "End": true }
//! ```
//! Instead:
//! ```json
//! { "Type": "Pass", "Parameters": { "id.$": "States.UUID()" }, "End": true }
//! ```
//!
//! ## Source
//! The documentation lists 18 functions; every other checker refuses any other name.

use crate::finding::{Rule, Severity};

pub static RULE: Rule =
    Rule { id: "unknown-intrinsic", severity: Severity::Error, source: include_str!("unknown_intrinsic.rs") };

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn unknown_names_are_reported() {
        check(expect![[r#"
            "a": { "Type": "Pass", "Parameters": { "a.$": "States.Formatt('{}', $.x)", "b.$": "States.Array(1, States.uuid())", "c.$": "States.Now()" }, "End": true }
                                                        //^^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown-intrinsic: there is no intrinsic function `States.Formatt`
                                                        // help: in `States.Formatt('{}', $.x)`
                                                        //           ^^^^^^^^^^^^^^
                                                        // help: did you mean `States.Format`?
                                                                                            //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown-intrinsic: there is no intrinsic function `States.uuid`
                                                                                            // help: in `States.Array(1, States.uuid())`
                                                                                            //                           ^^^^^^^^^^^
                                                                                            // help: did you mean `States.UUID`?
                                                                                                                                     //^^^^^^^^^^^^^^ unknown-intrinsic: there is no intrinsic function `States.Now`
                                                                                                                                     // help: in `States.Now()`
                                                                                                                                     //           ^^^^^^^^^^
                                                                                                                                     // help: the functions are Array, ArrayContains, ArrayGetItem, ArrayLength, ArrayPartition, ArrayRange, ArrayUnique, Base64Decode, Base64Encode, Format, Hash, JsonMerge, JsonToString, MathAdd, MathRandom, StringSplit, StringToJson, UUID
        "#]]);
    }

    #[test]
    fn known_names_are_accepted() {
        check(expect![[r#"
            "a": { "Type": "Pass", "Parameters": { "a.$": "States.Hash($.x, 'MD5')" }, "End": true }
        "#]]);
    }
}
