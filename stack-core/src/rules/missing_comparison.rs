//! ## What it checks
//! A choice rule with a `Variable` compares it.
//!
//! ## Why
//! AWS refuses the definition.
//!
//! ## Example
//! ```json
//! { "Variable": "$.x", "Next": "b" }
//! ```
//! Instead:
//! ```json
//! { "Variable": "$.x", "IsPresent": true, "Next": "b" }
//! ```
//!
//! ## Source
//! `This object should have only one of the following fields: [StringEquals, ..]` (measured).

use super::Rule;
use crate::finding::Severity;

pub static RULE: Rule = Rule {
    id: "missing-comparison",
    severity: Severity::Error,
    check: None,
    source: include_str!("missing_comparison.rs"),
};
