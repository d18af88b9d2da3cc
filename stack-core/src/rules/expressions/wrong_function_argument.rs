//! ## What it checks
//! Every call of a JSONata function has as many arguments as the function takes, and those whose type or value shows
//! in the text are such that the function takes them.
//!
//! ## Why
//! AWS accepts the definition, but the call fails when it is evaluated, or returns nothing. It is a warning where a
//! catcher may catch that, where the call is not evaluated in every case, and where an argument may have no value.
//!
//! ## Example
//! ```json
//! "a": {
//!   "Type": "Pass", "QueryLanguage": "JSONata",
//!   "Output": "{% $range(1, $states.input.last) %}",
//!   "End": true
//! }
//! ```
//! Instead:
//! ```json
//! "a": {
//!   "Type": "Pass", "QueryLanguage": "JSONata",
//!   "Output": "{% $range(1, $states.input.last, 1) %}",
//!   "End": true
//! }
//! ```
//!
//! ## Source
//! The signatures of JSONata's functions, which JSONata enforces (`T0410`, `T0412`), and its errors for values, such as
//! `D3060`. It was measured that `$range` without a step and `$hash` without an algorithm return nothing, and others
//! measured what AWS's own functions do not take: `$uuid(1)`, `$hash(x, 'sha-256')`, `$partition('a', 1)`.

use super::wrong_operand;
use crate::analysis::Analysis;
use crate::analysis::expressions::Expression;
use crate::expression::jsonata::{Function, function};
use crate::finding::{Findings, Rule, Severity};

pub static RULE: Rule = Rule {
    id: "wrong-function-argument",
    severity: Severity::Deny,
    source: include_str!("wrong_function_argument.rs"),
};

pub(super) fn check_expression(analysis: &Analysis<'_>, expression: &Expression<'_, '_>, out: &Findings) {
    let Expression { text: it, tree, uses, .. } = expression;
    for call in uses.calls.iter().filter(|call| !call.open) {
        let name = call.function.word;
        let Some(function) = function(name) else { continue };
        let count = call.arguments;
        let fits = function.least <= count && function.most.is_none_or(|most| count <= most);
        if fits || analysis.assigns(name) {
            continue;
        }
        // Of AWS's own, one without an argument returns nothing, which fails if that is all.
        let is_nothing = function.most.is_none() && name != "zip" && !tree.is_call(call.function.offset);
        let never = is_nothing || !expression.always().reads(call.function.offset);
        let soft = never || analysis.may_catch_query(it.state);
        out.report(&RULE, it.site, format!("`${name}` takes {}, not {count}", arity(function)))
            .warns_if(soft)
            .inside(it.text, call.function.offset + 2, name.len() + 1);
    }
    let failures = expression.types().failing_calls();
    if failures.is_empty() || analysis.hides_a_function(expression) {
        return;
    }
    for failure in &failures {
        wrong_operand::report(&RULE, failure, analysis, expression, out);
    }
}

/// How many arguments it takes, in words.
fn arity(function: &Function) -> String {
    let arguments = |number: usize| match number {
        0 => "no arguments".to_owned(),
        1 => "1 argument".to_owned(),
        number => format!("{number} arguments"),
    };
    match (function.least, function.most) {
        (least, Some(most)) if least == most => arguments(most),
        (0, Some(most)) => format!("at most {}", arguments(most)),
        (least, Some(most)) => format!("{least} to {}", arguments(most)),
        (least, None) => arguments(least),
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn too_few_and_too_many_are_reported() {
        check(expect![[r#"
            { "QueryLanguage": "JSONata", "StartAt": "a", "States": {
            "a": { "Type": "Pass", "Output": ["{% $range(1, 2) %}", "{% $trim('a', 'b') %}", "{% 'a' ~> $substring() %}", "{% 'a' ~> $replace('b') %}", "{% $millis(1) %}"], "End": true } } }
                                            //^^^^^^^^^^^^^^^^^^^^ wrong-function-argument: `$range` takes 3 arguments, not 2
                                            // help: in `{% $range(1, 2) %}`
                                            //              ^^^^^^
                                                                  //^^^^^^^^^^^^^^^^^^^^^^^ wrong-function-argument: `$trim` takes at most 1 argument, not 2
                                                                  // help: in `{% $trim('a', 'b') %}`
                                                                  //              ^^^^^
                                                                                                                                                      //^^^^^^^^^^^^^^^^^^ wrong-function-argument: `$millis` takes no arguments, not 1
                                                                                                                                                      // help: in `{% $millis(1) %}`
                                                                                                                                                      //              ^^^^^^^
        "#]]);
    }

    #[test]
    fn types_and_values_that_always_fail() {
        check(expect![[r#"
            { "QueryLanguage": "JSONata", "StartAt": "a", "States": {
            "a": { "Type": "Pass", "Output": ["{% $sum('a') %}", "{% $sum(['a']) %}", "{% $uppercase(5) %}", "{% $length(5) %}", "{% $hash('a', 'sha-256') %}", "{% $sqrt(-1) %}", "{% $max([]) %}", "{% $uuid(1) %}"], "End": true } } }
                                            //^^^^^^^^^^^^^^^^^ wrong-function-argument: `$sum` takes an array of numbers, not a string (T0412)
                                            // help: in `{% $sum('a') %}`
                                            //                   ^^^
                                                               //^^^^^^^^^^^^^^^^^^^ wrong-function-argument: `$sum` takes an array of numbers, and this is a string (T0412)
                                                               // help: in `{% $sum(['a']) %}`
                                                               //                    ^^^
                                                                                    //^^^^^^^^^^^^^^^^^^^^^ wrong-function-argument: `$uppercase` takes a string here, not a number (T0410)
                                                                                    // help: in `{% $uppercase(5) %}`
                                                                                    //                         ^
                                                                                                           //^^^^^^^^^^^^^^^^^^ wrong-function-argument: `$length` takes a string here, not a number (T0410)
                                                                                                           // help: in `{% $length(5) %}`
                                                                                                           //                      ^
                                                                                                                               //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ wrong-function-argument: `$hash` has no algorithm `sha-256`: it takes MD5, SHA-1, SHA-256, SHA-384, SHA-512
                                                                                                                               // help: in `{% $hash('a', 'sha-256') %}`
                                                                                                                               //                         ^^^^^^^^^
                                                                                                                                                              //^^^^^^^^^^^^^^^^^ wrong-function-argument: `$sqrt` takes no negative number (D3060)
                                                                                                                                                              // help: in `{% $sqrt(-1) %}`
                                                                                                                                                              //                     ^
                                                                                                                                                                                 //^^^^^^^^^^^^^^^^ wrong-function-argument: `$max` gives nothing for an empty array
                                                                                                                                                                                 // help: in `{% $max([]) %}`
                                                                                                                                                                                 //                   ^
                                                                                                                                                                                                   //^^^^^^^^^^^^^^^^ wrong-function-argument: `$uuid` takes no arguments, not 1
                                                                                                                                                                                                   // help: in `{% $uuid(1) %}`
                                                                                                                                                                                                   //              ^^^^^
        "#]]);
    }

    #[test]
    fn what_may_be_nothing_or_is_caught_is_a_warning() {
        check(expect![[r#"
            { "QueryLanguage": "JSONata", "StartAt": "a", "States": {
            "a": { "Type": "Pass", "Output": ["{% $sum($trim($states.input.x)) %}", "{% [$max([])] %}", "{% [$range(1, 2)] %}", "{% $map($states.input.x, function($i) { $sqrt(-1) }) %}"], "Next": "t" },
                                            //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ wrong-function-argument (warning): `$sum` takes an array of numbers, not a string (T0412)
                                            // help: in `{% $sum($trim($states.input.x)) %}`
                                            //                   ^^^^^
                                                                                  //^^^^^^^^^^^^^^^^^^ wrong-function-argument (warning): `$max` gives nothing for an empty array
                                                                                  // help: in `{% [$max([])] %}`
                                                                                  //                    ^
                                                                                                      //^^^^^^^^^^^^^^^^^^^^^^ wrong-function-argument (warning): `$range` takes 3 arguments, not 2
                                                                                                      // help: in `{% [$range(1, 2)] %}`
                                                                                                      //               ^^^^^^
                                                                                                                              //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ wrong-function-argument (warning): `$sqrt` takes no negative number (D3060)
                                                                                                                              // help: in `{% $map($states.input.x, function($i) { $sqrt(-1) }) %}`
                                                                                                                              //                                                          ^
            "t": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "Output": "{% $sum('a') %}", "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "e" }], "Next": "e" },
                                                                                                           //^^^^^^^^^^^^^^^^^ wrong-function-argument (warning): `$sum` takes an array of numbers, not a string (T0412)
                                                                                                           // help: in `{% $sum('a') %}`
                                                                                                           //                   ^^^
            "e": { "Type": "Succeed" } } }
        "#]]);
    }

    #[test]
    fn right_and_unknown_numbers_are_accepted() {
        check(expect![[r#"
            { "QueryLanguage": "JSONata", "StartAt": "a", "States": {
            "a": { "Type": "Pass", "Assign": { "count": 1 }, "Output": ["{% $trim() %}", "{% $map(['a'], $substring(?, 1, 2)) %}", "{% $zip([1], [2], [3]) %}", "{% 'a' ~> $replace('b', 'c') %}"], "Next": "b" },
            "b": { "Type": "Pass", "Output": ["{% ($sum := function($a, $b) { $a + $b }; $sum(1, 2)) %}", "{% $map([1], $trim) %}"], "End": true } } }
        "#]]);
    }
}
