//! ## What it checks
//! In a JSONata state, a string that starts with `{%` ends with `%}`.
//!
//! ## Why
//! AWS refuses the definition.
//!
//! ## Example
//! ```json
//! "a": { "Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $states.input.x", "End": true }
//! ```
//! Instead:
//! ```json
//! "a": { "Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $states.input.x %}", "End": true }
//! ```
//!
//! ## Source
//! `JSONata string must start with {% and end with %}` (measured).

use crate::analysis::Analysis;
use crate::finding::{Edit, Findings, Rule, Severity, Suggestion};

pub static RULE: Rule = Rule {
    id: "unclosed-expression",
    severity: Severity::Error,
    source: include_str!("unclosed_expression.rs"),
};

pub(super) fn check(analysis: &Analysis<'_>, out: &Findings) {
    let _machine = analysis.machine;
    for it in analysis.texts() {
        if it.text.starts_with("{%") && !it.text.ends_with("%}") {
            match it.text.rsplit_once("%}") {
                // Blanks do not change what it says.
                Some((_, after)) => {
                    let help = "make the whole string one expression, and join strings with `&`";
                    let report = out
                        .report(&RULE, it.site, "something follows the `%}` of this expression")
                        .help(help);
                    if after.trim().is_empty() {
                        let edit = Edit::whole(it.site, it.text, it.text.trim_end());
                        report.help(Suggestion::certain("remove what follows", edit).silent());
                    }
                }
                None => {
                    let edit = Edit::part(it.site, it.text.len(), 0, " %}");
                    out.report(&RULE, it.site, "this expression is never closed")
                        .help(Suggestion::possible("end it with `%}`", edit));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn in_values_and_fields() {
        check(expect![[r#"
            { "QueryLanguage": "JSONata", "StartAt": "a", "States": {
            "a": { "Type": "Wait", "Seconds": "{% 5", "Output": { "x": ["{% $states.input.x % }"] }, "Next": "b" },
                                            //^^^^^^ unclosed-expression: this expression is never closed
                                            // help: end it with `%}`
                                                                      //^^^^^^^^^^^^^^^^^^^^^^^^ unclosed-expression: this expression is never closed
                                                                      // help: end it with `%}`
            "b": { "Type": "Fail", "Error": "E", "Cause": "{% $states.input.x %}." } } }
                                                        //^^^^^^^^^^^^^^^^^^^^^^^^ unclosed-expression: something follows the `%}` of this expression
                                                        // help: make the whole string one expression, and join strings with `&`
        "#]]);
    }

    #[test]
    fn closed_and_unevaluated_texts_are_accepted() {
        check(expect![[r#"
            "a": { "Type": "Pass", "QueryLanguage": "JSONata", "Comment": "{% x", "Output": "{% 1 %}", "Next": "b" },
            "b": { "Type": "Pass", "Result": "{% x", "End": true }
                                           //^^^^^^ unevaluated-expression: this expression is never evaluated: it stays a plain string
                                           // help: `{% .. %}` is for states whose `QueryLanguage` is `JSONata`
        "#]]);
    }
}
