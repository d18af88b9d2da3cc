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
use crate::finding::Severity;

pub static RULE: Rule = Rule {
    id: "unsupported-field",
    severity: Severity::Error,
    check: None,
    source: include_str!("unsupported_field.rs"),
};
