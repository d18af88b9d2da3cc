//! ## What it checks
//! A field's value has the JSON type that the field takes.
//!
//! ## Why
//! AWS refuses the definition.
//!
//! ## Example
//! ```json
//! "Seconds": "5"
//! ```
//! Instead:
//! ```json
//! "Seconds": 5
//! ```
//!
//! ## Source
//! `Expected value of type Integer`, `Expected value of type [STRING]`: measured on AWS for some fields; for
//! the others all tools agree.

use crate::finding::{Rule, Severity};

pub static RULE: Rule =
    Rule { id: "wrong-type", severity: Severity::Error, source: include_str!("wrong_type.rs") };

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn scalars() {
        check(expect![[r#"
            "a": { "Type": "Wait", "Seconds": "5", "Comment": 1, "Next": "b" },
                                            //^^^ wrong-type: `Seconds` takes an integer, not a string
                                            // help: leave out the quotes: `5`
                                                            //^ wrong-type: `Comment` takes a string, not a number
                                                            // help: put it in quotes: `"1"`
            "b": { "Type": "Pass", "End": "true", "Next": 3 },
                                        //^^^^^^ wrong-type: `End` takes `true` or `false`, not a string
                                        // help: leave out the quotes: `true`
                                                //^^^^^^ conflicting-fields: `Next` cannot be used together with `End`
                                                // help: a Pass state takes only one of the two
                                                        //^ wrong-type: `Next` takes a state's name, not a number
            "c": "Pass"
               //^^^^^^ wrong-type: the state `c` must be an object, not a string
        "#]]);
    }

    #[test]
    fn lists() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "Retry": {}, "Catch": [{ "ErrorEquals": "E", "Next": "b" }], "Next": "b" },
                                                                                                          //^ wrong-type: `Retry` takes an array of objects, not an object
                                                                                                          // help: put it in brackets, `[{ .. }]`
                                                                                                                                         //^^^ wrong-type: `ErrorEquals` takes an array of error names, not a string
                                                                                                                                         // help: put it in brackets: `["E"]`
            "b": { "Type": "Parallel", "Branches": ["x"], "End": true }
                                                  //^^^ wrong-type: a Parallel branch must be an object, not a string
        "#]]);
    }

    #[test]
    fn jsonata_takes_expressions_where_they_are_evaluated() {
        check(expect![[r#"
            { "QueryLanguage": "JSONata", "StartAt": "a", "States": {
            "a": { "Type": "Wait", "Seconds": "{% $states.input.s %}", "Next": "b" },
            "b": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "TimeoutSeconds": "5", "End": true }
                                                                                                                   //^^^ wrong-type: `TimeoutSeconds` takes an integer, not a string
                                                                                                                   // help: leave out the quotes: `5`
            } }
        "#]]);
    }

    #[test]
    fn jsonpath_takes_no_expressions() {
        check(expect![[r#"
            "a": { "Type": "Wait", "Seconds": "{% 5 %}", "End": true }
                                            //^^^^^^^^^ wrong-type: `Seconds` takes an integer, not a string
        "#]]);
    }
}
