//! ## What it checks
//! Where the type of an expression's value follows from its text, it is a type that the field accepts: a
//! `Condition` needs a boolean, `Seconds` a number, `Items` an array, `Error` a string. A literal number is in the
//! field's range, a literal timestamp is one. No field accepts a function, nor a value with a function in it.
//!
//! ## Why
//! AWS accepts the definition, but every execution that reaches the state fails with `States.QueryEvaluationError`.
//! It is a warning where a catcher may catch that.
//!
//! ## Example
//! ```json
//! "a": { "Type": "Wait", "QueryLanguage": "JSONata", "Seconds": "{% 'soon' %}", "End": true }
//! ```
//! Instead:
//! ```json
//! "a": {
//!   "Type": "Wait", "QueryLanguage": "JSONata",
//!   "Seconds": "{% $states.input.seconds %}",
//!   "End": true
//! }
//! ```
//!
//! ## Source
//! `returned an unexpected result type. Expected 'array', but was 'number'` and `returned an unsupported result type`
//! (recorded); `The Timestamp field cannot be parsed` and `ToleratedFailureCount cannot be negative` (recorded). That a
//! function in an object fails too was measured by others.

use crate::analysis::Analysis;
use crate::analysis::expressions::{Expression, Wants};
use crate::expression::jsonata::{NodeKind, Type};
use crate::expression::timestamp;
use crate::finding::{Findings, Rule, Severity};

pub static RULE: Rule = Rule {
    id: "wrong-expression-type",
    severity: Severity::Deny,
    source: include_str!("wrong_expression_type.rs"),
};

pub(super) fn check_expression(analysis: &Analysis<'_>, expression: &Expression<'_, '_>, out: &Findings) {
    let Expression { text: it, tree, .. } = expression;
    let (types, root) = (expression.types(), tree.root());
    let Some(gives) = types.of(root) else { return };
    let needed = match (it.wants, gives) {
        (_, Type::Function) => "a value",
        (Wants::Boolean, gives) if gives != Type::Boolean => "a boolean",
        (Wants::Number(..) | Wants::Integer(..), gives) if gives != Type::Number => "a number",
        (Wants::String, gives) if gives != Type::String => "a string",
        (Wants::Timestamp, gives) if gives != Type::String => "a timestamp",
        // It is said that newer versions of AWS take objects too.
        (Wants::Array, gives) if !matches!(gives, Type::Array | Type::Object) => "an array",
        _ => return value(analysis, expression, out),
    };
    // A variable with the name of a JSONata function replaces the function.
    if analysis.hides_a_function(expression) {
        return;
    }
    let message = format!("the expression evaluates to {}, but {needed} is needed here", gives.label());
    let report = out.report(&RULE, it.site, message).warns_if(analysis.may_catch_query(it.state));
    match (it.wants, gives) {
        (_, Type::Function) => report.help("call the function, or return what it is applied to"),
        (Wants::Number(..) | Wants::Integer(..), Type::String) => {
            report.help("use `$number` to convert a string to a number")
        }
        (Wants::Boolean, _) => report.help("compare it with something, or use `$boolean`"),
        (Wants::Timestamp, Type::Number) => {
            report.help("use `$fromMillis` to convert milliseconds to a timestamp")
        }
        (Wants::String, Type::Number | Type::Boolean) => {
            report.help("use `$string` to convert it to a string")
        }
        _ => report,
    };
}

/// Looks at a value of a right type: what the text says of it, and of what it is made of.
fn value(analysis: &Analysis<'_>, expression: &Expression<'_, '_>, out: &Findings) {
    let Expression { text: it, tree, .. } = expression;
    let node = tree.node(tree.root());
    let (message, at) = match (it.wants, &node.kind) {
        (Wants::Number(low, high) | Wants::Integer(low, high), NodeKind::Number(number)) => {
            let whole = matches!(it.wants, Wants::Integer(..));
            let range = if high == i64::MAX { format!("at least {low}") } else { format!("{low} to {high}") };
            if *number < low as f64 || *number > high as f64 {
                (format!("this must be {range}, not {number}"), None)
            } else if whole && number.fract() != 0.0 {
                (format!("this must be an integer, not {number}"), None)
            } else {
                return;
            }
        }
        (Wants::Timestamp, NodeKind::String(text)) => match timestamp::parse(text) {
            Ok(_) => return,
            Err(fault) => (format!("this is a malformed timestamp: {fault}"), None),
        },
        (_, NodeKind::Array(_) | NodeKind::Object(_)) => match expression.types().function_in(tree.root()) {
            Some(part) if !analysis.hides_a_function(expression) => {
                let message = "a function cannot be a part of the value".to_owned();
                (message, Some(tree.node(part).offset + 2))
            }
            _ => return,
        },
        _ => return,
    };
    let report = out.report(&RULE, it.site, message).warns_if(analysis.may_catch_query(it.state));
    if let Some(offset) = at {
        report.inside(it.text, offset, 1).help("call the function, or leave it out");
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn where_one_type_can_stand() {
        check(expect![[r#"
            { "QueryLanguage": "JSONata", "StartAt": "a", "States": {
            "a": { "Type": "Choice", "Choices": [{ "Condition": "{% $states.input.x & 'y' %}", "Next": "b" }, { "Condition": "{% $count($states.input.x) %}", "Next": "c" }], "Default": "d" },
                                                              //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ wrong-expression-type: the expression evaluates to a string, but a boolean is needed here
                                                              // help: compare it with something, or use `$boolean`
                                                                                                                           //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ wrong-expression-type: the expression evaluates to a number, but a boolean is needed here
                                                                                                                           // help: compare it with something, or use `$boolean`
            "b": { "Type": "Wait", "Seconds": "{% $string($states.input.s) %}", "Next": "m" },
                                            //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ wrong-expression-type: the expression evaluates to a string, but a number is needed here
                                            // help: use `$number` to convert a string to a number
            "c": { "Type": "Wait", "Timestamp": "{% $millis() + 1000 %}", "Next": "m" },
                                              //^^^^^^^^^^^^^^^^^^^^^^^^ wrong-expression-type: the expression evaluates to a number, but a timestamp is needed here
                                              // help: use `$fromMillis` to convert milliseconds to a timestamp
            "m": { "Type": "Map", "Items": "{% 5 %}", "MaxConcurrency": "{% [1] %}", "ItemProcessor": { "StartAt": "i", "States": {
                                         //^^^^^^^^^ wrong-expression-type: the expression evaluates to a number, but an array is needed here
                                                                      //^^^^^^^^^^^ wrong-expression-type: the expression evaluates to an array, but a number is needed here
            "i": { "Type": "Pass", "Output": { "x": "{% function($x) { $x } %}", "y": "{% /a/ %}" }, "End": true } } }, "End": true },
                                                  //^^^^^^^^^^^^^^^^^^^^^^^^^^^ wrong-expression-type: the expression evaluates to a function, but a value is needed here
                                                  // help: call the function, or return what it is applied to
                                                                                    //^^^^^^^^^^^ wrong-expression-type: the expression evaluates to a function, but a value is needed here
                                                                                    // help: call the function, or return what it is applied to
            "d": { "Type": "Fail", "Error": "{% 404 %}" } } }
                                          //^^^^^^^^^^^ wrong-expression-type: the expression evaluates to a number, but a string is needed here
                                          // help: use `$string` to convert it to a string
        "#]]);
    }

    #[test]
    fn literals_out_of_range_and_functions_inside() {
        check(expect![[r#"
            { "QueryLanguage": "JSONata", "StartAt": "a", "States": {
            "a": { "Type": "Wait", "Seconds": "{% -5 %}", "Next": "b" },
                                            //^^^^^^^^^^ wrong-expression-type: this must be 0 to 99999999, not -5
            "b": { "Type": "Wait", "Seconds": "{% 1.5 %}", "Next": "c" },
                                            //^^^^^^^^^^^ wrong-expression-type: this must be an integer, not 1.5
            "c": { "Type": "Wait", "Timestamp": "{% 'tomorrow' %}", "Next": "d" },
                                              //^^^^^^^^^^^^^^^^^^ wrong-expression-type: this is a malformed timestamp: it does not start with a date such as `2030-01-31`
            "d": { "Type": "Pass", "Output": ["{% {'f': $sum} %}", "{% [1, [$trim ~> $uppercase, $substring(?, 1)]] %}", "{% $sum %}"], "Next": "m" },
                                            //^^^^^^^^^^^^^^^^^^^ wrong-expression-type: a function cannot be a part of the value
                                            // help: in `{% {'f': $sum} %}`
                                            //                    ^
                                            // help: call the function, or leave it out
                                                                 //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ wrong-expression-type: a function cannot be a part of the value
                                                                 // help: in `{% [1, [$trim ~> $uppercase, $substring(?, 1)]] %}`
                                                                 //                                                  ^
                                                                 // help: call the function, or leave it out
                                                                                                                       //^^^^^^^^^^^^ wrong-expression-type: the expression evaluates to a function, but a value is needed here
                                                                                                                       // help: call the function, or return what it is applied to
            "m": { "Type": "Map", "MaxConcurrency": "{% -1 %}", "ItemProcessor": { "StartAt": "i", "States": { "i": { "Type": "Succeed" } } }, "End": true } } }
                                                  //^^^^^^^^^^ wrong-expression-type: this must be at least 0, not -1
        "#]]);
    }

    #[test]
    fn fitting_and_unknown_types_are_accepted() {
        check(expect![[r#"
            { "QueryLanguage": "JSONata", "StartAt": "a", "States": {
            "a": { "Type": "Choice", "Choices": [{ "Condition": "{% $states.input.x %}", "Next": "b" }, { "Condition": "{% $states.input.x in [1, 2] %}", "Next": "c" }, { "Condition": "{% $exists($states.input.y) %}", "Next": "v" }], "Default": "d" },
            "b": { "Type": "Wait", "Seconds": "{% $max([0, $states.input.s]) %}", "Next": "m" },
            "c": { "Type": "Wait", "Timestamp": "{% $fromMillis($millis() + 1000) %}", "Next": "m" },
            "v": { "Type": "Wait", "Timestamp": "{% '2030-01-31T23:59:59Z' %}", "Next": "m" },
            "m": { "Type": "Map", "Items": "{% {'a': 1} %}", "MaxConcurrency": "{% 3 %}", "ItemProcessor": { "StartAt": "i", "States": {
            "i": { "Type": "Pass", "Output": { "x": "{% $map($states.input.a, function($x) { $x }) %}" }, "End": true } } }, "End": true },
            "d": { "Type": "Fail", "Error": "{% 'E' & $states.input.code %}" } } }
        "#]]);
    }
}
