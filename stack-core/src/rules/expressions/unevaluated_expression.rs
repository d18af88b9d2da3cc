//! ## What it checks
//! A string that can only be meant as a path, an intrinsic function or a JSONata expression is in a place
//! where AWS evaluates it: in a payload template, under a key that ends in `.$`; in a field whose name ends
//! in `Path`; in a JSONata state, between `{%` and `%}`. The `Result` of a Pass state is never evaluated.
//! Neither is a path that stands in the middle of a text, or a `$states.input` without `{%` and `%}`. Parameters of
//! services that take paths themselves are not checked: `InputPathsMap`, `JsonPath` and their like, metric filters, pipes, definitions of state machines.
//!
//! ## Why
//! Anywhere else it is taken literally: `"$.name"` is then a string of six characters, not a name.
//!
//! ## Example
//! ```json
//! { "Type": "Pass", "Parameters": { "name": "$.name" }, "End": true }
//! ```
//! Instead:
//! ```json
//! { "Type": "Pass", "Parameters": { "name.$": "$.name" }, "End": true }
//! ```
//!
//! ## Source
//! `NO_DOLLAR`, `NO_PATH` and `PASS_RESULT_IS_STATIC` are AWS's own warnings (documented).

use crate::finding::{Rule, Severity};

pub static RULE: Rule = Rule {
    id: "unevaluated-expression",
    severity: Severity::Warning,
    source: include_str!("unevaluated_expression.rs"),
};

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn paths_in_the_middle_of_a_text() {
        check(expect![[r#"
            "a": { "Type": "Pass", "Parameters": { "a": "Hello $.name", "b": "/aaa/$.x.y/$$.Execution.Id", "c": { "d": "{$.name}!" } }, "End": true }
                                                      //^^^^^^^^^^^^^^ unevaluated-expression: `$.name` in this text is never replaced: it stays as it is
                                                      // help: in `Hello $.name`
                                                      //                 ^^^^^^
                                                      // help: under the key `a.$`, use `States.Format('Hello {}', $.name)`
                                                                           //^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unevaluated-expression: `$.x.y` in this text is never replaced: it stays as it is
                                                                           // help: in `/aaa/$.x.y/$$.Execution.Id`
                                                                           //                ^^^^^
                                                                           // help: under the key `b.$`, use `States.Format('/aaa/{}/{}', $.x.y, $$.Execution.Id)`
                                                                                                                     //^^^^^^^^^^^ unevaluated-expression: `$.name` in this text is never replaced: it stays as it is
                                                                                                                     // help: in `{$.name}!`
                                                                                                                     //            ^^^^^^
                                                                                                                     // help: under the key `d.$`, use `States.Format`
        "#]]);
    }

    #[test]
    fn paths_in_texts_of_fields_lists_and_jsonata() {
        check(expect![[r#"
            "a": { "Type": "Pass", "Parameters": { "a": ["Hello $.name", "$states.input.b"] }, "Next": "b" },
                                                       //^^^^^^^^^^^^^^ unevaluated-expression: `$.name` in this text is never replaced: it stays as it is
                                                       // help: in `Hello $.name`
                                                       //                 ^^^^^^
                                                       // help: under a key that ends in `.$`, use `States.Format('Hello {}', $.name)`
                                                                       //^^^^^^^^^^^^^^^^^ unevaluated-expression: this expression is never evaluated: it stays a plain string
                                                                       // help: `{% .. %}` is for states whose `QueryLanguage` is `JSONata`
            "b": { "Type": "Pass", "Result": { "a": "Hello $.name" }, "Next": "c" },
                                                  //^^^^^^^^^^^^^^ unevaluated-expression: `$.name` in this text is never replaced: it stays as it is
                                                  // help: in `Hello $.name`
                                                  //                 ^^^^^^
                                                  // help: `Parameters` are evaluated, a `Result` is not
            "c": { "Type": "Pass", "QueryLanguage": "JSONata", "Output": { "a": "Hello $.name", "b": "$states.input.name", "c": "is $states.inputs" }, "Next": "d" },
                                                                              //^^^^^^^^^^^^^^ unevaluated-expression: `$.name` in this text is never replaced: it stays as it is
                                                                              // help: in `Hello $.name`
                                                                              //                 ^^^^^^
                                                                              // help: in JSONata, write `{% 'text ' & $states.input.name %}`
                                                                                                   //^^^^^^^^^^^^^^^^^^^^ unevaluated-expression: this expression is never evaluated: it stays a plain string
                                                                                                   // help: to evaluate it, write `{% $states.input.name %}`
            "d": { "Type": "Fail", "Cause": "It failed: $.Cause" }
                                          //^^^^^^^^^^^^^^^^^^^^ unevaluated-expression: `$.Cause` in this text is never replaced: it stays as it is
                                          // help: in `It failed: $.Cause`
                                          //                      ^^^^^^^
                                          // help: in `CausePath`, use `States.Format('It failed: {}', $.Cause)`
        "#]]);
    }

    #[test]
    fn texts_of_other_languages_are_accepted() {
        check(expect![[r#"
            "a": { "Type": "Pass", "Parameters": { "a": "select json_extract(data, '$.name')", "b": "it costs 5$.", "c": "US$.50", "d": "a $. b", "e": "${x} $.y", "f": "s/^a$.b//" }, "End": true }
        "#]]);
    }

    #[test]
    fn names_with_path_in_them_and_marks_that_are_forgotten() {
        check(expect![[r#"
            "a": { "Type": "Pass", "Parameters": { "FilePath": "$.file", "PathPrefix": "States.Format('{}', $.x)", "InputPathsMap": { "x": "$.detail" }, "x": "{% $a", "y": "$a %}", "z": "{% if %} a" }, "End": true }
                                                             //^^^^^^^^ unevaluated-expression: this path is never evaluated: it stays a plain string
                                                             // help: to evaluate it, name the key `FilePath.$`
                                                                                     //^^^^^^^^^^^^^^^^^^^^^^^^^^ unevaluated-expression: this function call is never evaluated: it stays a plain string
                                                                                     // help: to evaluate it, name the key `PathPrefix.$`
                                                                                                                                                            //^^^^^^^ unevaluated-expression: this expression is never evaluated: it stays a plain string
                                                                                                                                                            // help: `{% .. %}` is for states whose `QueryLanguage` is `JSONata`
                                                                                                                                                                          //^^^^^^^ unevaluated-expression: this expression is never evaluated: it stays a plain string
                                                                                                                                                                          // help: `{% .. %}` is for states whose `QueryLanguage` is `JSONata`
        "#]]);
    }

    #[test]
    fn in_templates() {
        check(expect![[r#"
            "a": { "Type": "Pass", "Parameters": { "a": "$.b", "b": ["$$.Execution.Id"], "c": { "d": "States.UUID()" }, "e": "{% 1 %}" }, "End": true }
                                                      //^^^^^ unevaluated-expression: this path is never evaluated: it stays a plain string
                                                      // help: to evaluate it, name the key `a.$`
                                                                   //^^^^^^^^^^^^^^^^^ unevaluated-expression: this path is never evaluated: it stays a plain string
                                                                   // help: to evaluate items, use `States.Array(..)` under a key that ends in `.$`
                                                                                                   //^^^^^^^^^^^^^^^ unevaluated-expression: this function call is never evaluated: it stays a plain string
                                                                                                   // help: to evaluate it, name the key `d.$`
                                                                                                                           //^^^^^^^^^ unevaluated-expression: this expression is never evaluated: it stays a plain string
                                                                                                                           // help: `{% .. %}` is for states whose `QueryLanguage` is `JSONata`
        "#]]);
    }

    #[test]
    fn in_fields() {
        check(expect![[r#"
            "a": { "Type": "Choice", "Choices": [{ "Variable": "$.x", "StringEquals": "$.y", "Next": "b" }], "Default": "c" },
                                                                                    //^^^^^ unevaluated-expression: this path is never evaluated: it stays a plain string
                                                                                    // help: to evaluate it, use `StringEqualsPath`
            "b": { "Type": "Fail", "Error": "$.e", "Cause": "$.c" },
                                          //^^^^^ unevaluated-expression: this path is never evaluated: it stays a plain string
                                          // help: to evaluate it, use `ErrorPath`
                                                          //^^^^^ unevaluated-expression: this path is never evaluated: it stays a plain string
                                                          // help: to evaluate it, use `CausePath`
            "c": { "Type": "Pass", "Result": { "a.$": "$.b", "c": "$.d" }, "End": true }
                                             //^^^^^ unevaluated-expression: `a.$` is a plain key here: its value is not evaluated
                                             // help: a payload template such as `Parameters` is evaluated
                                                                //^^^^^ unevaluated-expression: this path is never evaluated: it stays a plain string
                                                                // help: `Parameters` are evaluated, a `Result` is not
        "#]]);
    }

    #[test]
    fn in_jsonata() {
        check(expect![[r#"
            { "QueryLanguage": "JSONata", "StartAt": "a", "States": {
            "a": { "Type": "Pass", "Output": { "a": "$.x", "b.$": "$.x", "c": ["States.UUID()"], "d": "{% $states.input %}" }, "Next": "b" },
                                                  //^^^^^ unevaluated-expression: this path is never evaluated: it stays a plain string
                                                  // help: in JSONata, write `{% $states.input.name %}`
                                                         //^^^^^ unevaluated-expression: `b.$` is a plain key here: its value is not evaluated
                                                         // help: in JSONata, use `b` with `{% .. %}`
                                                                             //^^^^^^^^^^^^^^^ unevaluated-expression: this function call is never evaluated: it stays a plain string
                                                                             // help: in JSONata, write `{% .. %}` with a function of JSONata
            "b": { "Type": "Fail", "Cause": "$.c" }
                                          //^^^^^ unevaluated-expression: this path is never evaluated: it stays a plain string
                                          // help: in JSONata, write `{% $states.input.name %}`
            } }
        "#]]);
    }

    #[test]
    fn paths_that_services_follow() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:cloudwatchlogs:putMetricFilter", "Parameters": { "LogGroupName": "g", "FilterName": "f", "FilterPattern": "{ $.latency = * }",
                "MetricTransformations": [{ "MetricName": "m", "MetricNamespace": "n", "MetricValue": "$.latency", "Dimensions": { "service": "$.service" } }] }, "Next": "b" },
            "b": { "Type": "Pass", "Parameters": { "InputPathsMap": { "a": "$.b", "c.$": "$.d[", "e": { "Path": "$.f", "g.$": "h" } } }, "End": true }
                                                                                       //^^^^^^ malformed-path: `c.$` has a malformed path: this is never closed
                                                                                       // help: in `$.d[`
                                                                                       //              ^
                                                                                                                            //^^^ not-a-path: `g.$` takes a path or an intrinsic function
                                                                                                                            // help: a path starts with `$`, a function with `States.`
        "#]]);
    }

    #[test]
    fn plain_texts_are_accepted() {
        check(expect![[r#"
            "a": { "Type": "Pass", "Parameters": { "a": "$", "b": "$5", "c": "$.", "d": "States.", "InputPathsMap": { "x": "$.detail" }, "e": "costs $.5" }, "Comment": "$.x", "Next": "b" },
            "b": { "Type": "Choice", "Choices": [{ "Variable": "$.x", "StringMatches": "$.y*", "Next": "c" }], "Default": "d" },
            "c": { "Type": "Succeed" }, "d": { "Type": "Succeed" }
        "#]]);
    }
}
