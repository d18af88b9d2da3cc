//! ## What it checks
//! The `TimeoutSeconds` of a machine is not 0.
//!
//! ## Why
//! AWS accepts it, but every execution times out at once.
//!
//! ## Example
//! ```json
//! { "TimeoutSeconds": 0, "StartAt": "a", "States": { "a": { "Type": "Succeed" } } }
//! ```
//! Instead:
//! ```json
//! { "TimeoutSeconds": 60, "StartAt": "a", "States": { "a": { "Type": "Succeed" } } }
//! ```
//!
//! ## Source
//! Measured: accepted on the machine, refused on a task (`out-of-range`).

use super::Rule;
use crate::finding::Severity;

pub static RULE: Rule = Rule {
    id: "zero-timeout",
    severity: Severity::Warning,
    check: None,
    source: include_str!("zero_timeout.rs"),
};
