//! ## What it checks
//! A branch or an item processor has a state that ends it.
//!
//! ## Why
//! AWS accepts it, but the branch, or every item, loops until the execution is stopped.
//!
//! ## Example
//! ```json
//! "ItemProcessor": { "StartAt": "a", "States": { "a": { "Type": "Pass", "Next": "a" } } }
//! ```
//! Instead:
//! ```json
//! "ItemProcessor": { "StartAt": "a", "States": { "a": { "Type": "Pass", "End": true } } }
//! ```
//!
//! ## Source
//! That AWS accepts it is measured.

use super::Rule;
use crate::finding::Severity;

pub static RULE: Rule = Rule {
    id: "endless-container",
    severity: Severity::Warning,
    check: None,
    source: include_str!("endless_container.rs"),
};
