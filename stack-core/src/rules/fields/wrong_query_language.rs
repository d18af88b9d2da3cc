//! ## What it checks
//! A field belongs to the query language of its state. A state without `QueryLanguage` has the machine's,
//! however deeply nested it is; the `QueryLanguage` of a Map or Parallel applies only to its own fields.
//!
//! ## Why
//! AWS refuses the definition. How AWS treats most fields of objects inside a Map, such as `ReaderConfig`, is not
//! known, so there it is `probably-refused`.
//!
//! ## Example
//! ```json
//! { "Type": "Pass", "QueryLanguage": "JSONata", "Parameters": { "a": 1 }, "End": true }
//! ```
//! Instead:
//! ```json
//! { "Type": "Pass", "QueryLanguage": "JSONata", "Output": { "a": 1 }, "End": true }
//! ```
//!
//! ## Source
//! `The QueryLanguage is set to 'JSONata', but field 'Parameters' is only supported for the 'JSONPath' QueryLanguage`
//! (measured). A `ResultWriter` in JSONata that has `Parameters` lacks `Arguments` (aws/aws-cdk#33396).

use crate::finding::{Rule, Severity};

pub static RULE: Rule = Rule {
    id: "wrong-query-language",
    severity: Severity::Error,
    source: include_str!("wrong_query_language.rs"),
};

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn a_writer_in_jsonata_takes_arguments() {
        check(expect![[r#"
            { "QueryLanguage": "JSONata", "StartAt": "m", "States": {
            "m": { "Type": "Map", "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "i", "States": { "i": { "Type": "Succeed" } } },
                   "ResultWriter": { "Resource": "arn:aws:states:::s3:putObject", "Parameters": { "Bucket": "b", "Prefix": "p" } }, "Next": "n" },
                                                                                //^^^^^^^^^^^^ wrong-query-language: `Parameters` belongs to JSONPath, but this `ResultWriter` object uses JSONata
                                                                                // help: in JSONata, use `Arguments`
            "n": { "Type": "Map", "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "j", "States": { "j": { "Type": "Succeed" } } },
                   "ResultWriter": { "Resource": "arn:aws:states:::s3:putObject" }, "Next": "o" },
                                   //^^^^^^^^^^ missing-field: a `ResultWriter` with a `Resource` must say where to write
                                   // help: add `Parameters`, in JSONata `Arguments`, with a `Bucket`
            "o": { "Type": "Map", "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "k", "States": { "k": { "Type": "Succeed" } } },
                   "ResultWriter": { "Resource": "arn:aws:states:::s3:putObject", "Arguments": { "Bucket": "b", "Prefix": "p" } }, "End": true } } }
        "#]]);
    }

    #[test]
    fn jsonpath_in_jsonata() {
        check(expect![[r#"
            { "QueryLanguage": "JSONata", "StartAt": "a", "States": {
            "a": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "Parameters": {}, "ResultPath": "$.r", "TimeoutSecondsPath": "$.t", "End": true }
                                                                                                 //^^^^^^^^^^^^ wrong-query-language: `Parameters` belongs to JSONPath, but `a` uses JSONata
                                                                                                 // help: in JSONata, use `Arguments`
                                                                                                                   //^^^^^^^^^^^^ wrong-query-language: `ResultPath` belongs to JSONPath, but `a` uses JSONata
                                                                                                                   // help: in JSONata, use `Output` or `Assign`
                                                                                                                                        //^^^^^^^^^^^^^^^^^^^^ wrong-query-language: `TimeoutSecondsPath` belongs to JSONPath, but `a` uses JSONata
                                                                                                                                        // help: in JSONata, use `TimeoutSeconds` with `{% .. %}`
            } }
        "#]]);
    }

    #[test]
    fn jsonata_in_jsonpath() {
        check(expect![[r#"
            "a": { "Type": "Pass", "Output": 1, "End": true }
                                 //^^^^^^^^ wrong-query-language: `Output` belongs to JSONata, but `a` uses JSONPath
                                 // help: in JSONPath, use `Parameters`, `ResultPath` or `OutputPath`
                                 // help: or set the state's `QueryLanguage` to `JSONata`
        "#]]);
    }

    #[test]
    fn a_rule_is_one_fault() {
        check(expect![[r#"
            { "QueryLanguage": "JSONata", "StartAt": "a", "States": {
            "a": { "Type": "Choice", "Choices": [{ "Variable": "$.x", "IsPresent": true, "Next": "b" }], "Default": "a" },
                                                 //^^^^^^^^^^ wrong-query-language: `Variable` belongs to JSONPath, but this choice rule uses JSONata
                                                 // help: in JSONata, use `Condition`
            "b": { "Type": "Succeed" }
            } }
        "#]]);
    }

    #[test]
    fn the_language_of_a_map_is_not_that_of_its_states() {
        check(expect![[r#"
            "a": { "Type": "Map", "QueryLanguage": "JSONata", "Items": [1], "ItemProcessor": { "StartAt": "b", "States": {
            "b": { "Type": "Pass", "Output": 1, "End": true }
                                 //^^^^^^^^ wrong-query-language: `Output` belongs to JSONata, but `b` uses JSONPath
                                 // help: in JSONPath, use `Parameters`, `ResultPath` or `OutputPath`
                                 // help: or set the state's `QueryLanguage` to `JSONata`
            } }, "End": true }
        "#]]);
    }

    #[test]
    fn an_unknown_language_is_one_fault() {
        check(expect![[r#"
            "a": { "Type": "Pass", "QueryLanguage": "jsonata", "Output": 1, "InputPath": "$.x", "End": true }
                                                  //^^^^^^^^^ unknown-word: `QueryLanguage` cannot be `jsonata`
                                                  // help: did you mean `JSONata`?
        "#]]);
    }

    #[test]
    fn each_field_names_its_counterpart() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": { "QueueUrl": "u", "MessageBody": "m" }, "Output": "{% 1 %}", "Next": "b" },
                                                                                                             //^^^ malformed-parameter: `QueueUrl` takes a queue's URL, not `u`
                                                                                                                                        //^^^^^^^^ wrong-query-language: `Output` belongs to JSONata, but `a` uses JSONPath
                                                                                                                                        // help: in JSONPath, use `ResultSelector`, `ResultPath` or `OutputPath`
                                                                                                                                        // help: or set the state's `QueryLanguage` to `JSONata`
            "b": { "Type": "Pass", "Output": "{% 1 %}", "Next": "c" },
                                 //^^^^^^^^ wrong-query-language: `Output` belongs to JSONata, but `b` uses JSONPath
                                 // help: in JSONPath, use `Parameters`, `ResultPath` or `OutputPath`
                                 // help: or set the state's `QueryLanguage` to `JSONata`
            "c": { "Type": "Wait", "Seconds": 1, "Output": "{% 1 %}", "Next": "d" },
                                               //^^^^^^^^ wrong-query-language: `Output` belongs to JSONata, but `c` uses JSONPath
                                               // help: in JSONPath, use `OutputPath`
                                               // help: or set the state's `QueryLanguage` to `JSONata`
            "d": { "Type": "Choice", "Choices": [{ "Condition": "{% true %}", "Next": "e" }], "Default": "e" },
            //^^^ pointless-choice: every transition of `d` leads to `e`
            // help: change a target, or go there without a choice
                                                 //^^^^^^^^^^^ wrong-query-language: `Condition` belongs to JSONata, but this choice rule uses JSONPath
                                                 // help: in JSONPath, use `Variable` with a comparison
                                                 // help: or set the state's `QueryLanguage` to `JSONata`
            "e": { "Type": "Choice", "QueryLanguage": "JSONata", "Choices": [{ "StringEquals": "x", "Next": "f" }], "Default": "f" },
            //^^^ pointless-choice: every transition of `e` leads to `f`
            // help: change a target, or go there without a choice
                                                                           //^ missing-alternative: this choice rule has no `Condition`
                                                                             //^^^^^^^^^^^^^^ wrong-query-language: `StringEquals` belongs to JSONPath, but this choice rule uses JSONata
                                                                             // help: in JSONata, use `Condition`
            "f": { "Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": { "QueueUrl": "u", "MessageBody": "m" }, "InputPath": "$", "ResultPath": "$", "TimeoutSecondsPath": "$.t", "End": true }
                                                                                                             //^^^^^^^^^^^^ wrong-query-language: `Parameters` belongs to JSONPath, but `f` uses JSONata
                                                                                                             // help: in JSONata, use `Arguments`
                                                                                                                                                                    //^^^^^^^^^^^ wrong-query-language: `InputPath` belongs to JSONPath, but `f` uses JSONata
                                                                                                                                                                    // help: in JSONata, use `Arguments` and `$states.input`
                                                                                                                                                                                      //^^^^^^^^^^^^ wrong-query-language: `ResultPath` belongs to JSONPath, but `f` uses JSONata
                                                                                                                                                                                      // help: in JSONata, use `Output` or `Assign`
                                                                                                                                                                                                         //^^^^^^^^^^^^^^^^^^^^ wrong-query-language: `TimeoutSecondsPath` belongs to JSONPath, but `f` uses JSONata
                                                                                                                                                                                                         // help: in JSONata, use `TimeoutSeconds` with `{% .. %}`
        "#]]);
    }
}
