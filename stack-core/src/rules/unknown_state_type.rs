//! ## What it checks
//! `Type` is one of the eight types of state, letter for letter.
//!
//! ## Why
//! AWS refuses the definition.
//!
//! ## Example
//! ```json
//! "Type": "pass"
//! ```
//! Instead:
//! ```json
//! "Type": "Pass"
//! ```
//!
//! ## Source
//! `The field 'Type' should have one of these values: [Task, Wait, ..]` (recorded).

use super::Rule;
use crate::finding::Severity;

pub static RULE: Rule = Rule {
    id: "unknown-state-type",
    severity: Severity::Error,
    check: None,
    source: include_str!("unknown_state_type.rs"),
};
