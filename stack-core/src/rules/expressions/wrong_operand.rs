//! ## What it checks
//! An operator gets values that it can work with, as far as the text of the expression says what they are: `+`, `-`,
//! `*`, `/` and `%` numbers, `<` and its like two numbers or two strings, `..` integers, `~>` a function. The keys of an
//! object are strings, each there once, and what is called is a function.
//!
//! ## Why
//! AWS accepts the definition, but the expression fails with `States.QueryEvaluationError` whenever it gets there. It is
//! a warning where a catcher may catch that, where the part is not evaluated in every case, and where the operand may
//! have no value at all.
//!
//! ## Example
//! ```json
//! "a": { "Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% 'total: ' + 1 %}", "End": true }
//! ```
//! Instead:
//! ```json
//! "a": { "Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% 'total: ' & 1 %}", "End": true }
//! ```
//!
//! ## Source
//! JSONata's own errors, whose code the message names: `T2001`, `T2002`, `T2009`, `T2010`, `D1002` and others. That
//! they fail the execution is recorded (`threw an error during evaluation`).

use crate::analysis::Analysis;
use crate::analysis::expressions::Expression;
use crate::expression::jsonata::{Failure, NodeKind};
use crate::finding::{Findings, Report, Rule, Severity};

pub static RULE: Rule =
    Rule { id: "wrong-operand", severity: Severity::Deny, source: include_str!("wrong_operand.rs") };

pub(super) fn check_expression(analysis: &Analysis<'_>, expression: &Expression<'_, '_>, out: &Findings) {
    let failures = expression.types().failing_operators();
    if failures.is_empty() || analysis.hides_a_function(expression) {
        return;
    }
    for failure in &failures {
        let report = report(&RULE, failure, analysis, expression, out);
        // Only `+` may be meant for it.
        if matches!(failure.code, "T2001" | "T2002") && failure.message.starts_with("`+`") {
            report.help("to join strings, use `&`");
        }
    }
}

/// Reports what fails.
pub(super) fn report<'o>(
    rule: &'static Rule,
    failure: &Failure,
    analysis: &Analysis<'_>,
    expression: &Expression<'_, '_>,
    out: &'o Findings,
) -> Report<'o> {
    let Expression { text: it, tree, .. } = expression;
    let sure = failure.is_sure && expression.always().has(failure.part);
    // A call starts with what is called.
    let first = match tree.node(failure.culprit).kind {
        NodeKind::Call(called, _) => called,
        _ => failure.culprit,
    };
    let offset = tree.node(first).offset + 2;
    let message = match failure.code {
        "" => failure.message.clone(),
        code => format!("{} ({code})", failure.message),
    };
    let report = out.report(rule, it.site, message).warns_if(!sure || analysis.may_catch_query(it.state));
    report.inside(it.text, offset, token(it.text.get(offset..).unwrap_or_default()))
}

/// The length of the word, number or string that a text begins with; one for signs.
fn token(text: &str) -> usize {
    let bytes = text.as_bytes();
    match bytes.first() {
        Some(quote @ (b'\'' | b'"')) => {
            let mut at = 1;
            while let Some(byte) = bytes.get(at) {
                match byte {
                    b'\\' => at += 1,
                    byte if byte == quote => return at + 1,
                    _ => {}
                }
                at += 1;
            }
            1
        }
        Some(_) => {
            let part = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'$' | b'_' | b'.');
            bytes.iter().position(|byte| !part(byte)).unwrap_or(bytes.len()).max(1)
        }
        None => 1,
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn operands_that_always_fail() {
        check(expect![[r#"
            { "QueryLanguage": "JSONata", "StartAt": "a", "States": {
            "a": { "Type": "Pass", "Output": ["{% 'hello world'/42 %}", "{% 1 + 'a' %}", "{% -'a' %}", "{% 'a' < 1 %}", "{% [1..'b'] %}", "{% {'a': 1, 'a': 2} %}"], "End": true } } }
                                            //^^^^^^^^^^^^^^^^^^^^^^^^ wrong-operand: `/` calculates with numbers, not a string (T2001)
                                            // help: in `{% 'hello world'/42 %}`
                                            //              ^^^^^^^^^^^^^
                                                                      //^^^^^^^^^^^^^^^ wrong-operand: `+` calculates with numbers, not a string (T2002)
                                                                      // help: in `{% 1 + 'a' %}`
                                                                      //                  ^^^
                                                                      // help: to join strings, use `&`
                                                                                       //^^^^^^^^^^^^ wrong-operand: `-` negates numbers, not a string (D1002)
                                                                                       // help: in `{% -'a' %}`
                                                                                       //               ^^^
                                                                                                     //^^^^^^^^^^^^^^^ wrong-operand: `<` cannot compare a string with a number (T2009)
                                                                                                     // help: in `{% 'a' < 1 %}`
                                                                                                     //                    ^
                                                                                                                      //^^^^^^^^^^^^^^^^ wrong-operand: `..` takes integers, not a string (T2004)
                                                                                                                      // help: in `{% [1..'b'] %}`
                                                                                                                      //                  ^^^
                                                                                                                                        //^^^^^^^^^^^^^^^^^^^^^^^^ wrong-operand: the key `a` is there twice (D1009)
                                                                                                                                        // help: in `{% {'a': 1, 'a': 2} %}`
                                                                                                                                        //                       ^^^
        "#]]);
    }

    #[test]
    fn what_may_succeed_or_is_caught_is_a_warning() {
        check(expect![[r#"
            { "QueryLanguage": "JSONata", "StartAt": "a", "States": {
            "a": { "Type": "Pass", "Output": ["{% $states.input.x ? 1 + 'a' : 1 %}", "{% $trim($states.input.x) + 1 %}"], "Next": "t" },
                                            //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ wrong-operand (warning): `+` calculates with numbers, not a string (T2002)
                                            // help: in `{% $states.input.x ? 1 + 'a' : 1 %}`
                                            //                                    ^^^
                                            // help: to join strings, use `&`
                                                                                   //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ wrong-operand (warning): `+` calculates with numbers, not a string (T2001)
                                                                                   // help: in `{% $trim($states.input.x) + 1 %}`
                                                                                   //              ^^^^^
                                                                                   // help: to join strings, use `&`
            "t": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "Output": "{% 1 + 'a' %}", "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "e" }], "Next": "e" },
                                                                                                           //^^^^^^^^^^^^^^^ wrong-operand (warning): `+` calculates with numbers, not a string (T2002)
                                                                                                           // help: in `{% 1 + 'a' %}`
                                                                                                           //                  ^^^
                                                                                                           // help: to join strings, use `&`
            "e": { "Type": "Succeed" } } }
        "#]]);
    }

    #[test]
    fn right_operands_and_variables_that_hide_functions_are_accepted() {
        check(expect![[r#"
            { "QueryLanguage": "JSONata", "StartAt": "a", "States": {
            "a": { "Type": "Pass", "Assign": { "sum": 1 }, "Output": ["{% 'a' & 1 %}", "{% $states.input.x + 1 %}", "{% 'a' < 'b' %}"], "Next": "b" },
            "b": { "Type": "Pass", "Output": "{% $sum + 1 %}", "End": true } } }
        "#]]);
    }
}
