//! ## What it checks
//! The text between `{%` and `%}` is a JSONata expression. One that uses `?:` or `??` is only a warning
//! (`probably-refused`): these operators are newer than AWS's version of JSONata.
//!
//! ## Why
//! AWS refuses the definition.
//!
//! ## Example
//! ```json
//! "a": {
//!   "Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $states.input.x[0 %}", "End": true
//! }
//! ```
//! Instead:
//! ```json
//! "a": {
//!   "Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $states.input.x[0] %}", "End": true
//! }
//! ```
//!
//! ## Source
//! `INVALID_JSONATA_EXPRESSION: Expected "]", got ","` and similar messages (measured). The code in our
//! message is JSONata's own.

use super::unknown_function::{self, Functions};
use super::{Rule, absent_context_member, unknown_context_member};
use super::{probably_refused, unknown_result_member, unsupported_reference};
use super::{wrong_expression_type, wrong_function_argument};
use crate::expressions::texts;
use crate::finding::{Findings, Severity};
use crate::jsonata::{self, TOO_DEEP};
use crate::model::Machine;

pub static RULE: Rule = Rule {
    id: "malformed-expression",
    severity: Severity::Error,
    check: Some(check),
    source: include_str!("malformed_expression.rs"),
};

/// Reads every expression, and shows those that are well-formed to the rules that look into one.
fn check(machine: &Machine<'_>, out: &Findings) {
    let mut functions = Functions::of(machine);
    texts(machine, &mut |it| {
        let Some(text) = it.expression() else { return };
        match jsonata::parse(text) {
            Ok(expression) => {
                let uses = expression.uses();
                unsupported_reference::look(it, &uses, out);
                unknown_context_member::in_expression(it, &uses, out);
                absent_context_member::in_expression(machine, it, &uses, out);
                unknown_result_member::look(it, &uses, out);
                unknown_function::look(it, &uses, &mut functions, out);
                wrong_function_argument::look(it, &uses, &mut functions, out);
                wrong_expression_type::look(it, &expression, &uses, &mut functions, out);
                if let Some(offset) = expression.newer_operator() {
                    let message = "AWS runs JSONata 2.0.6, which has no `?:` or `??`";
                    out.report(&probably_refused::RULE, it.site, message).inside(it.text, offset + 2, 2);
                }
            }
            // How deep AWS reads is not known.
            Err(error) if error.code == TOO_DEEP => {}
            Err(error) => {
                let message = format!("{} ({})", error.message, error.code);
                out.report(&RULE, it.site, message).inside(it.text, error.offset + 2, 1);
            }
        }
    });
}

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn at_its_place() {
        check(expect![[r#"
            { "QueryLanguage": "JSONata", "StartAt": "a", "States": {
            "a": { "Type": "Pass", "Output": { "x": "{% $states.input.x[1,2) %}", "y": "{%%}", "z": "{% 'abc %}" }, "Next": "b" },
                                                  //^^^^^^^^^^^^^^^^^^^^^^^^^^^^ malformed-expression: expected `]`, found `,` (S0202)
                                                  // help: in `{% $states.input.x[1,2) %}`
                                                  //                               ^
                                                                                     //^^^^^^ malformed-expression: the expression ends where a value is expected (S0207)
                                                                                     // help: in `{%%}`
                                                                                     //             ^
                                                                                                  //^^^^^^^^^^^^ malformed-expression: the string is not closed with `'` (S0101)
                                                                                                  // help: in `{% 'abc %}`
                                                                                                  //              ^
            "b": { "Type": "Wait", "Seconds": "{% 1 + %}", "Next": "c" },
                                            //^^^^^^^^^^^ malformed-expression: the expression ends where a value is expected (S0207)
                                            // help: in `{% 1 + %}`
                                            //                  ^
            "c": { "Type": "Pass", "Output": "{% $states.input.x ?? 1 %}", "End": true } } }
                                           //^^^^^^^^^^^^^^^^^^^^^^^^^^^^ probably-refused: AWS runs JSONata 2.0.6, which has no `?:` or `??`
                                           // help: in `{% $states.input.x ?? 1 %}`
                                           //                              ^^
        "#]]);
    }

    #[test]
    fn where_nothing_is_evaluated() {
        check(expect![[r#"
            { "QueryLanguage": "JSONata", "StartAt": "a", "States": {
            "a": { "Type": "Pass", "Comment": "{% ( %}", "Output": "{% ($x := 1; $x) %}", "End": true } } }
        "#]]);
    }
}
