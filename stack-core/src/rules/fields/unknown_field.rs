//! ## What it checks
//! Every field is part of the language. Case matters: `resultPath` is not `ResultPath`.
//!
//! ## Why
//! AWS refuses the definition. Payloads such as `Parameters` may of course have any keys.
//!
//! ## Example
//! ```json
//! { "Type": "Pass", "resultPath": "$.r", "End": true }
//! ```
//! Instead:
//! ```json
//! { "Type": "Pass", "ResultPath": "$.r", "End": true }
//! ```
//!
//! ## Source
//! `Field 'resultPath' is not supported` (measured).

use crate::finding::{Rule, Severity};

pub static RULE: Rule =
    Rule { id: "unknown-field", severity: Severity::Error, source: include_str!("unknown_field.rs") };

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn a_misspelt_query_language_is_one_fault() {
        check(expect![[r#"
            { "QueryLanguge": "JSONata", "StartAt": "a", "States": {
            //^^^^^^^^^^^^^^ unknown-field: a state machine has no field `QueryLanguge`
            // help: did you mean `QueryLanguage`?
            "a": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "Arguments": { "x": "{% $states.input.x %}" }, "Output": "{% 1 %}", "End": true } } }
        "#]]);
        check(expect![[r#"
            "a": { "Type": "Pass", "queryLanguage": "JSONata", "Output": { "x": "{% $states.input.x %}" }, "End": true }
                                 //^^^^^^^^^^^^^^^ unknown-field: a Pass state has no field `queryLanguage`
                                 // help: did you mean `QueryLanguage`?
        "#]]);
    }

    #[test]
    fn in_the_place_of_one_that_is_required() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "Credentials": { "RoleARN": "arn:aws:iam::123456789012:role/r" }, "Next": "b" },
                                                                                                                  //^^^^^^^^^ unknown-field: a `Credentials` object has no field `RoleARN`
                                                                                                                  // help: did you mean `RoleArn`?
            "b": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "Credentials": { "RoleArn": "arn:aws:iam::123456789012:role/r", "RoleArm": "" }, "End": true }
                                                                                                                                                                 //^^^^^^^^^ probably-refused: a `Credentials` object has no field `RoleArm`
                                                                                                                                                                 // help: did you mean `RoleArn`?
        "#]]);
    }

    #[test]
    fn of_a_state() {
        check(expect![[r#"
            "a": { "Type": "Pass", "resultPath": "$.r", "End": true }
                                 //^^^^^^^^^^^^ unknown-field: a Pass state has no field `resultPath`
                                 // help: did you mean `ResultPath`?
        "#]]);
    }

    #[test]
    fn of_a_retrier() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "Retry": [{ "ErrorEquals": ["E"], "Interval": 1 }], "End": true }
                                                                                                                                   //^^^^^^^^^^ unknown-field: a retrier has no field `Interval`
                                                                                                                                   // help: did you mean `IntervalSeconds`?
        "#]]);
    }

    #[test]
    fn of_the_machine() {
        check(expect![[r#"
            { "comment": "x", "StartAt": "a", "States": { "a": { "Type": "Succeed" } } }
            //^^^^^^^^^ unknown-field: a state machine has no field `comment`
            // help: did you mean `Comment`?
        "#]]);
    }

    #[test]
    fn in_the_place_of_what_has_to_be_there() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "f" }, "Credentials": { "roleArn": "arn:aws:iam::111122223333:role/r" }, "Next": "b" },
                                                                                                                                       //^^^^^^^^^ unknown-field: a `Credentials` object has no field `roleArn`
                                                                                                                                       // help: did you mean `RoleArn`?
            "b": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "f" }, "Credentials": { "RoleArn": "arn:aws:iam::111122223333:role/r", "Name": "n" }, "End": true }
                                                                                                                                                                                      //^^^^^^ probably-refused: a `Credentials` object has no field `Name`
                                                                                                                                                                                      // help: its fields are `RoleArn`, `RoleArn.$`
        "#]]);
    }

    #[test]
    fn payloads_hold_any_key() {
        check(expect![[r#"
            "a": { "Type": "Pass", "Parameters": { "resultPath": "$.r" }, "End": true }
        "#]]);
    }

    #[test]
    fn a_comparison() {
        check(expect![[r#"
            "a": { "Type": "Choice", "Choices": [{ "Variable": "$.x", "StringEqual": "y", "Next": "b" }], "Default": "a" },
                                                                    //^^^^^^^^^^^^^ unknown-field: a choice rule has no field `StringEqual`
                                                                    // help: did you mean `StringEquals`?
            "b": { "Type": "Succeed" }
        "#]]);
    }

    #[test]
    fn the_nearest_of_the_own_language() {
        check(expect![[r#"
            { "QueryLanguage": "JSONata", "StartAt": "a", "States": {
            "a": { "Type": "Pass", "output": 1, "End": true }
                                 //^^^^^^^^ unknown-field: a Pass state has no field `output`
                                 // help: did you mean `Output`?
            } }
        "#]]);
    }
}
