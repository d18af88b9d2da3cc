//! ## What it checks
//! Fields that exclude each other do not stand in one object.
//!
//! ## Why
//! AWS refuses the definition: it would have to guess which of the two is meant.
//!
//! ## Example
//! ```json
//! { "Type": "Wait", "Seconds": 5, "Timestamp": "2030-01-31T00:00:00Z", "End": true }
//! ```
//! Instead:
//! ```json
//! { "Type": "Wait", "Seconds": 5, "End": true }
//! ```
//!
//! ## Source
//! `There should only be one of the following fields: [..]` (measured).

use super::Rule;
use crate::finding::Severity;

pub static RULE: Rule = Rule {
    id: "conflicting-fields",
    severity: Severity::Error,
    check: None,
    source: include_str!("conflicting_fields.rs"),
};
