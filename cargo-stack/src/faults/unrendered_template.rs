//! ## What it checks
//! A file says by itself what the definition is. Directives of Terraform (`%{ if .. }`) outside of strings are taken for
//! blanks; if what is left has faults, the file says too little.
//!
//! ## Why
//! What a template makes is known when it is rendered, so its faults could be no faults of the definition, and the other way
//! round. In a string, a directive is a value to come, as a placeholder is.
//!
//! ## Example
//! ```text
//! "Next": %{ if prod }"charge"%{ else }"pretend"%{ endif }
//! ```
//! Instead, check what `templatefile` makes, or let the directives stand in strings:
//! ```text
//! "Next": "%{ if prod }charge%{ else }pretend%{ endif }"
//! ```
//!
//! ## Source
//! Terraform's documentation of string templates.

use stack_core::finding::{Finding, Rule, Severity};
use stack_core::json::Site;

pub(crate) static RULE: Rule = Rule {
    id: "unrendered-template",
    severity: Severity::Warning,
    source: include_str!("unrendered_template.rs"),
};

/// What is said of such a file, instead of its faults.
pub(crate) fn finding(site: Site) -> Finding {
    let message = "directives of Terraform decide what the definition is, so it was not checked";
    let mut finding = Finding::new(&RULE, site, message.into());
    finding.advice.push("check what `templatefile` makes of it".into());
    finding
}
