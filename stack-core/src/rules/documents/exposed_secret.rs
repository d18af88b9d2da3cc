//! ## What it checks
//! No constant of a definition has a dynamic reference of CloudFormation to a secret in it,
//! `{{resolve:secretsmanager:..}}` or `{{resolve:ssm-secure:..}}`.
//!
//! ## Why
//! CloudFormation puts the secret itself in its place. Whoever may describe the machine or its executions reads it, and so
//! does every log that they are written to; and a secret that is rotated stays the old one there. `ssm-secure` is
//! refused in a definition. A file that a template names is not resolved at all.
//!
//! ## Example
//! ```json
//! { "Type": "Pass", "Result": { "token": "{{resolve:secretsmanager:api:SecretString:token}}" }, "End": true }
//! ```
//! Instead, hand over the name, and let the function that needs the secret read it when it runs:
//! ```json
//! { "Type": "Pass", "Result": { "secret": "api" }, "End": true }
//! ```
//! A request over HTTP has its secret in the connection of EventBridge that `http:invoke` names.
//!
//! ## Source
//! CloudFormation's documentation of dynamic references: what they resolve to is not hidden from the service that gets it,
//! and where `ssm-secure` is supported is listed there.

use crate::analysis::Analysis;
use crate::analysis::expressions::Expression;
use crate::finding::{Findings, Rule, Severity};
use crate::json::Site;
use std::ops::Range;

pub static RULE: Rule =
    Rule { id: "exposed-secret", severity: Severity::Deny, source: include_str!("exposed_secret.rs") };

/// Reports a secret in an expression.
pub(crate) fn check_expression(_: &Analysis<'_>, it: &Expression<'_, '_>, out: &Findings) {
    check_text(it.text.text, it.text.site, out);
}

/// Reports a secret in a string.
pub(crate) fn check_text(text: &str, site: Site, out: &Findings) {
    // Most texts have no brace. A search for eight bytes is several times as fast as one for more.
    if !text.contains('{') || !text.contains("{{resolv") {
        return;
    }
    let Some((place, service)) = reference(text) else { return };
    let message = match service {
        SECURE => "CloudFormation resolves no `ssm-secure` in a definition, and refuses it".to_owned(),
        _ => "CloudFormation puts the secret itself here, where many people can read it".to_owned(),
    };
    out.report(&RULE, site, message)
        .inside(text, place.start, place.len())
        .help("give the function that needs it the secret's name or ARN, to read it when it runs")
        .help("for a request over HTTP, use `http:invoke` with a connection, which holds the secret");
}

const SECURE: &str = "ssm-secure";

/// The first dynamic reference to a secret, and its service.
fn reference(text: &str) -> Option<(Range<usize>, &'static str)> {
    const START: &str = "{{resolve:";
    text.match_indices(START).find_map(|(start, _)| {
        let rest = text.get(start + START.len()..)?;
        let service = ["secretsmanager", SECURE]
            .into_iter()
            .find(|service| rest.strip_prefix(service).is_some_and(|rest| rest.starts_with(':')))?;
        let length = rest.find("}}")? + "}}".len();
        Some((start..start + START.len() + length, service))
    })
}

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn in_constants_of_both_languages() {
        check(expect![[r#"
            "a": { "Type": "Pass", "Parameters": { "a": "Bearer {{resolve:secretsmanager:api:SecretString:token}}" }, "Next": "b" },
                                                      //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ exposed-secret: CloudFormation puts the secret itself here, where many people can read it
                                                      // help: in `Bearer {{resolve:secretsmanager:api:SecretString:token}}`
                                                      //                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                                                      // help: give the function that needs it the secret's name or ARN, to read it when it runs
                                                      // help: for a request over HTTP, use `http:invoke` with a connection, which holds the secret
            "b": { "Type": "Pass", "Result": ["{{resolve:ssm-secure:/key:1}}"], "Next": "c" },
                                            //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ exposed-secret: CloudFormation resolves no `ssm-secure` in a definition, and refuses it
                                            // help: in `{{resolve:ssm-secure:/key:1}}`
                                            //           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                                            // help: give the function that needs it the secret's name or ARN, to read it when it runs
                                            // help: for a request over HTTP, use `http:invoke` with a connection, which holds the secret
            "c": { "Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% 'x {{resolve:secretsmanager:api}}' %}", "Next": "d" },
                                                                       //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ exposed-secret: CloudFormation puts the secret itself here, where many people can read it
                                                                       // help: in `{% 'x {{resolve:secretsmanager:api}}' %}`
                                                                       //                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                                                                       // help: give the function that needs it the secret's name or ARN, to read it when it runs
                                                                       // help: for a request over HTTP, use `http:invoke` with a connection, which holds the secret
            "d": { "Type": "Pass", "QueryLanguage": "JSONata", "Output": { "a": "{{resolve:secretsmanager:api}}" }, "End": true }
                                                                              //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ exposed-secret: CloudFormation puts the secret itself here, where many people can read it
                                                                              // help: in `{{resolve:secretsmanager:api}}`
                                                                              //           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                                                                              // help: give the function that needs it the secret's name or ARN, to read it when it runs
                                                                              // help: for a request over HTTP, use `http:invoke` with a connection, which holds the secret
        "#]]);
    }

    #[test]
    fn parameters_that_are_no_secrets_and_texts_that_are_no_references_are_accepted() {
        check(expect![[r#"
            "a": { "Type": "Pass", "Parameters": { "a": "{{resolve:ssm:/stage}}", "b": "{{resolve:secretsmanager:api", "c": "{{resolve:secretsmanagers:x}}" }, "End": true }
        "#]]);
    }

    #[test]
    fn it_can_be_allowed() {
        use crate::finding::{Allow, Scope};
        use crate::json::{At, Site};
        let text = r#"{ "StartAt": "a", "States": { "a": { "Type": "Pass", "Result": "{{resolve:secretsmanager:x}}", "End": true } } }"#;
        let rule = At { value: "exposed-secret", site: Site(0) };
        assert_eq!(crate::testing::texts(text, &[]).len(), 1);
        assert_eq!(crate::testing::texts(text, &[Allow { rule, scope: Scope::Machine }]).len(), 0);
    }
}
