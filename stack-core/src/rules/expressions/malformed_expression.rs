//! ## What it checks
//! The text between `{%` and `%}` is a JSONata expression. It does not use `?:` or `??`, which are newer than AWS's
//! version of JSONata.
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
//! message is JSONata's own. The version, 2.0.6, is documented; that `?:` and `??` are refused was measured by others.

use crate::analysis::Analysis;
use crate::analysis::expressions::{Expression, ExpressionText};
use crate::expression::jsonata::{SyntaxError, TOO_DEEP};
use crate::finding::{Findings, Rule, Severity};

pub static RULE: Rule = Rule {
    id: "malformed-expression",
    severity: Severity::Error,
    source: include_str!("malformed_expression.rs"),
};

pub(super) fn check_expression(_: &Analysis<'_>, expression: &Expression<'_, '_>, out: &Findings) {
    let Expression { text: it, tree, .. } = expression;
    if let Some(offset) = tree.newer_operator() {
        let message = "AWS runs JSONata 2.0.6, which has no `?:` or `??`";
        out.report(&RULE, it.site, message)
            .help("write `$exists(a) ? a : b` for `a ?? b`, and `a ? a : b` for `a ?: b`")
            .inside(it.text, offset + 2, 2);
    }
}

/// Reports why a text is no expression.
pub(in crate::rules) fn report(text: ExpressionText<'_>, error: &SyntaxError, out: &Findings) {
    // How deep AWS reads is not known.
    if error.code != TOO_DEEP {
        let message = format!("{} ({})", error.message, error.code);
        out.report(&RULE, text.site, message).inside(text.text, error.offset + 2, 1);
    }
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
                                                                                     //^^^^^^ malformed-expression: expected a value, found the end (S0207)
                                                                                     // help: in `{%%}`
                                                                                     //             ^
                                                                                                  //^^^^^^^^^^^^ malformed-expression: the string is not closed with `'` (S0101)
                                                                                                  // help: in `{% 'abc %}`
                                                                                                  //              ^
            "b": { "Type": "Wait", "Seconds": "{% 1 + %}", "Next": "c" },
                                            //^^^^^^^^^^^ malformed-expression: expected a value, found the end (S0207)
                                            // help: in `{% 1 + %}`
                                            //                  ^
            "c": { "Type": "Pass", "Output": "{% $states.input.x ?? 1 %}", "End": true } } }
                                           //^^^^^^^^^^^^^^^^^^^^^^^^^^^^ malformed-expression: AWS runs JSONata 2.0.6, which has no `?:` or `??`
                                           // help: write `$exists(a) ? a : b` for `a ?? b`, and `a ? a : b` for `a ?: b`
                                           // help: in `{% $states.input.x ?? 1 %}`
                                           //                              ^^
        "#]]);
    }

    #[test]
    fn texts_that_are_never_evaluated_are_accepted() {
        check(expect![[r#"
            { "QueryLanguage": "JSONata", "StartAt": "a", "States": {
            "a": { "Type": "Pass", "Comment": "{% ( %}", "Output": "{% ($x := 1; $x) %}", "End": true } } }
        "#]]);
    }
}
