//! ## What it checks
//! A YAML file that a template's `DefinitionUri` names has no aliases (`*name`).
//!
//! ## Why
//! CloudFormation reads such a file without resolving them: the machine would get the alias's name in place of what it
//! stands for. Elsewhere the tool that makes JSON of the file resolves them.
//!
//! ## Example
//! ```yaml
//! retries: &retries [{ ErrorEquals: [States.ALL] }]
//! Retry: *retries
//! ```
//! Instead:
//! ```yaml
//! Retry: [{ ErrorEquals: [States.ALL] }]
//! ```
//!
//! ## Source
//! The open source of CloudFormation's resource handler for state machines, and a public report.

use stack_core::finding::{Findings, Rule, Severity};

pub(crate) static RULE: Rule =
    Rule { id: "unresolved-alias", severity: Severity::Error, source: include_str!("unresolved_alias.rs") };

/// Reports the aliases that the reader has told.
pub(crate) fn check(out: &Findings) {
    for (site, _) in out.copies() {
        out.report(&RULE, site, "CloudFormation does not resolve aliases in a file that a template names")
            .help("write what it stands for");
    }
}
