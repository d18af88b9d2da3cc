//! ## What it checks
//! No object has one key twice.
//!
//! ## Why
//! JSON leaves open which of the two counts, and one of them is lost without a word.
//!
//! ## Example
//! ```json
//! { "a": { "Type": "Pass", "End": true }, "a": { "Type": "Succeed" } }
//! ```
//! Instead:
//! ```json
//! { "a": { "Type": "Pass", "Next": "b" }, "b": { "Type": "Succeed" } }
//! ```
//!
//! ## Source
//! What AWS does is not recorded.

use super::Rule;
use crate::finding::Severity;

pub static RULE: Rule = Rule {
    id: "duplicate-key",
    severity: Severity::Deny,
    check: None,
    source: include_str!("duplicate_key.rs"),
};
