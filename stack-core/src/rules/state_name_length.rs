//! ## What it checks
//! A state's name has 1 to 80 characters. Blanks and letters of any script are fine.
//!
//! ## Why
//! AWS refuses the definition.
//!
//! ## Example
//! ```json
//! "": { "Type": "Pass", "End": true }
//! ```
//! Instead:
//! ```json
//! "a": { "Type": "Pass", "End": true }
//! ```
//!
//! ## Source
//! `INVALID_STATE_NAME: .. exceeds the 80-character limit` (measured); for the empty name the documentation.

use super::Rule;
use crate::finding::Severity;

pub static RULE: Rule = Rule {
    id: "state-name-length",
    severity: Severity::Error,
    check: None,
    source: include_str!("state_name_length.rs"),
};
