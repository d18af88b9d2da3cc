//! ## What it checks
//! In a JSONata state, `{% .. %}` is the whole string, not part of one. Even a space before it counts.
//!
//! ## Why
//! Otherwise the string is taken literally, and nothing in it is evaluated.
//!
//! ## Example
//! ```json
//! "a": { "Type": "Fail", "QueryLanguage": "JSONata", "Cause": "Not found: {% $states.input.id %}" }
//! ```
//! Instead:
//! ```json
//! "a": {
//!   "Type": "Fail", "QueryLanguage": "JSONata", "Cause": "{% 'Not found: ' & $states.input.id %}"
//! }
//! ```
//!
//! ## Source
//! The documentation.

use super::Rule;
use crate::expressions::texts;
use crate::finding::{Findings, Severity};
use crate::model::Machine;

pub static RULE: Rule = Rule {
    id: "embedded-expression",
    severity: Severity::Warning,
    check: Some(check),
    source: include_str!("embedded_expression.rs"),
};

fn check(machine: &Machine<'_>, out: &Findings) {
    texts(machine, &mut |it| {
        let inside =
            it.text.split_once("{%").filter(|(before, after)| !before.is_empty() && after.contains("%}"));
        if let (true, Some((before, after))) = (it.free, inside) {
            let message = "this expression is only part of a string, so it is never evaluated";
            let around = before.trim().is_empty() && after.trim_end().ends_with("%}");
            let help = if around {
                "remove the spaces around it"
            } else {
                "make the whole string one expression, and join strings with `&`"
            };
            out.report(&RULE, it.site, message).help(help);
        }
    });
}

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn blanks_and_texts() {
        check(expect![[r#"
            { "QueryLanguage": "JSONata", "StartAt": "a", "States": {
            "a": { "Type": "Pass", "Output": { "x": " {% $states.input.x %}", "y": ["Hello {% $states.input.x %}"] }, "Next": "b" },
                                                  //^^^^^^^^^^^^^^^^^^^^^^^^ embedded-expression: this expression is only part of a string, so it is never evaluated
                                                  // help: remove the spaces around it
                                                                                  //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ embedded-expression: this expression is only part of a string, so it is never evaluated
                                                                                  // help: make the whole string one expression, and join strings with `&`
            "b": { "Type": "Fail", "Error": "E{% 1 %}", "Cause": "{% 1 %}" } } }
                                          //^^^^^^^^^^ embedded-expression: this expression is only part of a string, so it is never evaluated
                                          // help: make the whole string one expression, and join strings with `&`
        "#]]);
    }

    #[test]
    fn not_evaluated_anyway() {
        check(expect![[r#"
            "a": { "Type": "Pass", "QueryLanguage": "JSONata", "Comment": "a {% x %}", "Output": "100 {%", "Next": "b" },
            "b": { "Type": "Pass", "Result": "a {% x %}", "End": true }
        "#]]);
    }
}
