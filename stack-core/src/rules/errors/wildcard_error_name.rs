//! ## What it checks
//! A name in `ErrorEquals` contains no `*`.
//!
//! ## Why
//! Names must match exactly; there are no patterns, so such a name matches nothing.
//!
//! ## Example
//! ```json
//! "Retry": [{ "ErrorEquals": ["Lambda.*"] }]
//! ```
//! Instead:
//! ```json
//! "Retry": [{ "ErrorEquals": ["Lambda.ServiceException", "Lambda.TooManyRequestsException"] }]
//! ```
//!
//! ## Source
//! Error names match exactly (documented).

use crate::analysis::Analysis;
use crate::finding::{Findings, Rule, Severity};

pub static RULE: Rule = Rule {
    id: "wildcard-error-name",
    severity: Severity::Warning,
    source: include_str!("wildcard_error_name.rs"),
};

pub(super) fn check(analysis: &Analysis<'_>, out: &Findings) {
    let _machine = analysis.machine;
    for name in analysis.handlers().iter().flat_map(|handler| handler.names()) {
        // Of AWS's own names `unknown-reserved-error` knows more.
        if name.value.contains('*') && !name.value.starts_with("States.") {
            let message = format!("`{}` is not a pattern: error names must match exactly", name.value);
            out.report(&RULE, name.site, message)
                .help("list the names, or use `States.TaskFailed` or `States.ALL`");
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn in_both_lists() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "Retry": [{ "ErrorEquals": ["Lambda.*"] }],
                                                                                                                             //^^^^^^^^^^ wildcard-error-name: `Lambda.*` is not a pattern: error names must match exactly
                                                                                                                             // help: list the names, or use `States.TaskFailed` or `States.ALL`
            "Catch": [{ "ErrorEquals": ["*", "States.*"], "Next": "b" }], "Next": "b" },
                                      //^^^ wildcard-error-name: `*` is not a pattern: error names must match exactly
                                      // help: list the names, or use `States.TaskFailed` or `States.ALL`
                                           //^^^^^^^^^^ unknown-reserved-error: AWS has no error `States.*`, so this never applies
                                           // help: names that start with `States.` are reserved: give your error another name
            "b": { "Type": "Succeed" }
        "#]]);
    }

    #[test]
    fn in_jsonata_and_without() {
        check(expect![[r#"
            { "QueryLanguage": "JSONata", "StartAt": "a", "States": {
            "a": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "Retry": [{ "ErrorEquals": ["Lambda.*", "Lambda.ServiceException"] }], "End": true }
                                                                                                                             //^^^^^^^^^^ wildcard-error-name: `Lambda.*` is not a pattern: error names must match exactly
                                                                                                                             // help: list the names, or use `States.TaskFailed` or `States.ALL`
            } }
        "#]]);
    }
}
