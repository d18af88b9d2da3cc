//! ## What it checks
//! Where the type of an expression's value follows from its text, it is a type that the field accepts: a
//! `Condition` needs a boolean, `Seconds` a number, `Items` an array, `Error` a string. No field accepts a
//! function.
//!
//! ## Why
//! AWS accepts the definition, but every execution that reaches the state fails with `States.QueryEvaluationError`.
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
//! (recorded).

use crate::analysis::Analysis;
use crate::analysis::expressions::{Expression, Wants};
use crate::expression::jsonata::Type;
use crate::finding::{Findings, Rule, Severity};

pub static RULE: Rule = Rule {
    id: "wrong-expression-type",
    severity: Severity::Deny,
    source: include_str!("wrong_expression_type.rs"),
};

pub(super) fn check_expression(analysis: &Analysis<'_>, expression: &Expression<'_, '_>, out: &Findings) {
    let Expression { text: it, tree, uses, .. } = expression;
    let Some(gives) = tree.gives() else { return };
    let needed = match (it.wants, gives) {
        (_, Type::Function) => "a value",
        (Wants::Boolean, gives) if gives != Type::Boolean => "a boolean",
        (Wants::Number, gives) if gives != Type::Number => "a number",
        (Wants::String, gives) if gives != Type::String => "a string",
        (Wants::Timestamp, gives) if gives != Type::String => "a timestamp",
        // It is said that newer versions of AWS take objects too.
        (Wants::Array, gives) if !matches!(gives, Type::Array | Type::Object) => "an array",
        _ => return,
    };
    // A variable with the name of a JSONata function replaces the function.
    if uses.calls.iter().any(|call| analysis.assigns(call.function.word)) {
        return;
    }
    let message = format!("the expression evaluates to {}, but {needed} is needed here", gives.label());
    let report = out.report(&RULE, it.site, message).warns_if(analysis.may_catch_query(it.state));
    match (it.wants, gives) {
        (_, Type::Function) => report.help("call the function, or return what it is applied to"),
        (Wants::Number, Type::String) => report.help("use `$number` to convert a string to a number"),
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
    fn fitting_and_unknown_types_are_accepted() {
        check(expect![[r#"
            { "QueryLanguage": "JSONata", "StartAt": "a", "States": {
            "a": { "Type": "Choice", "Choices": [{ "Condition": "{% $states.input.x %}", "Next": "b" }, { "Condition": "{% $states.input.x in [1, 2] %}", "Next": "c" }, { "Condition": "{% $exists($states.input.y) %}", "Next": "v" }], "Default": "d" },
            "b": { "Type": "Wait", "Seconds": "{% $max([0, $states.input.s]) %}", "Next": "m" },
            "c": { "Type": "Wait", "Timestamp": "{% $fromMillis($millis() + 1000) %}", "Next": "m" },
            "v": { "Type": "Pass", "Assign": { "count": "{% $states.input.f %}" }, "Next": "w" },
            "w": { "Type": "Wait", "Timestamp": "{% $count() %}", "Next": "m" },
            "m": { "Type": "Map", "Items": "{% {'a': 1} %}", "MaxConcurrency": "{% 3 %}", "ItemProcessor": { "StartAt": "i", "States": {
            "i": { "Type": "Pass", "Output": { "x": "{% $map($states.input.a, function($x) { $x }) %}" }, "End": true } } }, "End": true },
            "d": { "Type": "Fail", "Error": "{% 'E' & $states.input.code %}" } } }
        "#]]);
    }
}
