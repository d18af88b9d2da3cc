//! ## What it checks
//! `End: false` does not stand beside `Next`.
//!
//! ## Why
//! It says nothing, and some tools refuse it.
//!
//! ## Example
//! ```json
//! { "Type": "Pass", "Next": "b", "End": false }
//! ```
//! Instead:
//! ```json
//! { "Type": "Pass", "Next": "b" }
//! ```
//!
//! ## Source
//! Not confirmed on AWS.

use super::Rule;
use crate::finding::Severity;

pub static RULE: Rule = Rule {
    id: "redundant-end",
    severity: Severity::Warning,
    check: None,
    source: include_str!("redundant_end.rs"),
};
