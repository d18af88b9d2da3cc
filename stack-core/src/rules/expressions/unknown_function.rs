//! ## What it checks
//! Every function that an expression calls is one of JSONata's functions in Step Functions, or is defined in the
//! expression. The variables that states assign hold no functions.
//!
//! ## Why
//! AWS accepts the definition, but the call fails when it is evaluated. Step Functions has no `$eval`.
//!
//! ## Example
//! ```json
//! "a": {
//!   "Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $toUpper($states.input.name) %}",
//!   "End": true
//! }
//! ```
//! Instead:
//! ```json
//! "a": {
//!   "Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $uppercase($states.input.name) %}",
//!   "End": true
//! }
//! ```
//!
//! ## Source
//! `T1006: Attempted to invoke a non-function`, at run time (recorded).

use crate::analysis::Analysis;
use crate::analysis::expressions::Expression;
use crate::expression::jsonata::{FUNCTIONS, is_function};
use crate::finding::{Edit, Findings, Rule, Severity, Suggestion};
use crate::similar::{Near, near};

pub static RULE: Rule =
    Rule { id: "unknown-function", severity: Severity::Deny, source: include_str!("unknown_function.rs") };

pub(super) fn check_expression(analysis: &Analysis<'_>, expression: &Expression<'_, '_>, out: &Findings) {
    let Expression { text: it, uses, .. } = expression;
    for call in &uses.calls {
        let name = call.function.word;
        if is_function(name) {
            continue;
        }
        let soft = analysis.may_catch_query(it.state) || !expression.always().reads(call.function.offset);
        let is_variable = name == "states" || analysis.assigns(name);
        let message = match is_variable {
            true => format!("`${name}` is a variable, and no function"),
            false => format!("there is no function `${name}`"),
        };
        let report = out.report(&RULE, it.site, message).warns_if(soft);
        let report = match near(name, FUNCTIONS.iter().map(|function| function.name)) {
            _ if is_variable => report.help("functions are defined in the expression that calls them"),
            _ if name == "eval" => {
                let edit = Edit::part(it.site, call.function.offset + 3, name.len(), "parse");
                let help = "Step Functions does not have it; use `$parse` to read JSON";
                report.help(Suggestion::possible(help, edit))
            }
            Some(Near { name: right, is_certain }) => {
                let edit = Edit::part(it.site, call.function.offset + 3, name.len(), right);
                report.help(Suggestion::did_you_mean(&format!("${right}"), edit, is_certain))
            }
            None => report,
        };
        report.inside(it.text, call.function.offset + 2, name.len() + 1);
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn misspelt_missing_and_far() {
        check(expect![[r#"
            { "QueryLanguage": "JSONata", "StartAt": "a", "States": {
            "a": { "Type": "Pass", "Output": { "x": "{% $uppercas('x') %}", "y": "{% $eval('1') %}", "z": "{% $f(1) %}" }, "End": true } } }
                                                  //^^^^^^^^^^^^^^^^^^^^^^ unknown-function: there is no function `$uppercas`
                                                  // help: did you mean `$uppercase`?
                                                  // help: in `{% $uppercas('x') %}`
                                                  //              ^^^^^^^^^
                                                                               //^^^^^^^^^^^^^^^^^^ unknown-function: there is no function `$eval`
                                                                               // help: Step Functions does not have it; use `$parse` to read JSON
                                                                               // help: in `{% $eval('1') %}`
                                                                               //              ^^^^^
                                                                                                        //^^^^^^^^^^^^^ unknown-function: there is no function `$f`
                                                                                                        // help: in `{% $f(1) %}`
                                                                                                        //              ^^
        "#]]);
    }

    #[test]
    fn what_is_not_always_called_or_caught_is_a_warning() {
        check(expect![[r#"
            { "QueryLanguage": "JSONata", "StartAt": "a", "States": {
            "a": { "Type": "Pass", "Output": "{% $states.input.x ? $f(1) : 2 %}", "Next": "t" },
                                           //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown-function (warning): there is no function `$f`
                                           // help: in `{% $states.input.x ? $f(1) : 2 %}`
                                           //                                ^^
            "t": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "Arguments": "{% [$f(1)] %}", "Catch": [{ "ErrorEquals": ["States.QueryEvaluationError"], "Next": "e" }], "Next": "e" },
                                                                                                              //^^^^^^^^^^^^^^^ unknown-function (warning): there is no function `$f`
                                                                                                              // help: in `{% [$f(1)] %}`
                                                                                                              //               ^^
            "e": { "Type": "Succeed" } } }
        "#]]);
    }

    #[test]
    fn variables_hold_no_functions() {
        check(expect![[r#"
            { "QueryLanguage": "JSONata", "StartAt": "a", "States": {
            "a": { "Type": "Pass", "Assign": { "g": 1 }, "Next": "b" },
            "b": { "Type": "Pass", "Output": ["{% $g(1) %}", "{% $states('input') %}"], "End": true } } }
                                            //^^^^^^^^^^^^^ unknown-function: `$g` is a variable, and no function
                                            // help: functions are defined in the expression that calls them
                                            // help: in `{% $g(1) %}`
                                            //              ^^
                                                           //^^^^^^^^^^^^^^^^^^^^^^^^ unknown-function: `$states` is a variable, and no function
                                                           // help: functions are defined in the expression that calls them
                                                           // help: in `{% $states('input') %}`
                                                           //              ^^^^^^^
        "#]]);
    }

    #[test]
    fn known_functions_and_own_ones_are_accepted() {
        check(expect![[r#"
            { "QueryLanguage": "JSONata", "StartAt": "a", "States": {
            "a": { "Type": "Pass", "Assign": { "g": 1 }, "Output": "{% ($f := function($x) { $uppercase($x) }; $f($uuid()) ~> $trim) %}", "Next": "b" },
            "b": { "Type": "Pass", "Output": "{% $map([1], $string) ~> $join(',') %}", "Next": "c" },
            "c": { "Type": "Pass", "Output": "{% ($g := function() { 1 }; $g()) %}", "End": true } } }
        "#]]);
    }
}
