//! ## What it checks
//! In a JSONata state, `{% .. %}` is the whole string, not part of one. Even a space before it counts. No string ends
//! with `%}` that has no `{%`.
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

use crate::analysis::Analysis;
use crate::finding::{Edit, Findings, Rule, Severity, Suggestion};

pub static RULE: Rule = Rule {
    id: "embedded-expression",
    severity: Severity::Warning,
    source: include_str!("embedded_expression.rs"),
};

pub(super) fn check(analysis: &Analysis<'_>, out: &Findings) {
    let _machine = analysis.machine;
    for it in analysis.texts().iter().filter(|it| it.may_be_plain && !it.text.starts_with("{%")) {
        if it.text.ends_with("%}") && !it.text.contains("{%") {
            let edit = Edit::part(it.site, 0, 0, "{% ");
            out.report(
                &RULE,
                it.site,
                "this ends like an expression, but does not begin as one: it is never evaluated",
            )
            .help(Suggestion::possible("begin it with `{%`", edit));
            continue;
        }
        let inside = it.text.split_once("{%").filter(|(_, after)| after.contains("%}"));
        if let Some((before, after)) = inside {
            let message = "this expression is only part of a string, so it is never evaluated";
            let around = before.trim().is_empty() && after.trim_end().ends_with("%}");
            let report = out.report(&RULE, it.site, message);
            if around {
                // It may be what is wanted, if nothing else is.
                let edit = Edit::whole(it.site, it.text, it.text.trim());
                report.help(Suggestion::possible("remove the spaces around it", edit));
            } else {
                report.help("make the whole string one expression, and join strings with `&`");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn an_end_without_a_start() {
        check(expect![[r#"
            { "QueryLanguage": "JSONata", "StartAt": "a", "States": {
            "a": { "Type": "Pass", "Output": { "x": "$states.input.x %}", "y": "100 %", "z": "% }" }, "End": true } } }
                                                  //^^^^^^^^^^^^^^^^^^^^ embedded-expression: this ends like an expression, but does not begin as one: it is never evaluated
                                                  // help: begin it with `{%`
        "#]]);
    }

    #[test]
    fn blanks_and_texts() {
        check(expect![[r#"
            { "QueryLanguage": "JSONata", "StartAt": "a", "States": {
            "a": { "Type": "Pass", "Output": { "x": " {% $states.input.x %}", "y": ["Hello {% $states.input.x %}"] }, "Next": "b" },
                                                  //^^^^^^^^^^^^^^^^^^^^^^^^ embedded-expression: this expression is only part of a string, so it is never evaluated
                                                  // help: remove the spaces around it
                                                                                  //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ embedded-expression: this expression is only part of a string, so it is never evaluated
                                                                                  // help: make the whole string one expression, and join strings with `&`
            "b": { "Type": "Fail", "Error": "E{% 1 %}", "Cause": "{% 'c' %}" } } }
                                          //^^^^^^^^^^ embedded-expression: this expression is only part of a string, so it is never evaluated
                                          // help: make the whole string one expression, and join strings with `&`
        "#]]);
    }

    #[test]
    fn texts_that_are_never_evaluated_are_accepted() {
        check(expect![[r#"
            "a": { "Type": "Pass", "QueryLanguage": "JSONata", "Comment": "a {% x %}", "Output": "100 {%", "Next": "b" },
            "b": { "Type": "Pass", "Result": "a {% x %}", "End": true }
        "#]]);
    }
}
