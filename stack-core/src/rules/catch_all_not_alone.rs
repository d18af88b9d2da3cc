//! ## What it checks
//! `States.ALL` is the only name in its `ErrorEquals`.
//!
//! ## Why
//! AWS refuses the definition: the other names add nothing.
//!
//! ## Example
//! ```json
//! "ErrorEquals": ["Declined", "States.ALL"]
//! ```
//! Instead:
//! ```json
//! "ErrorEquals": ["States.ALL"]
//! ```
//!
//! ## Source
//! `States.ALL must appear alone and at end of list` (measured).

use super::Rule;
use crate::finding::Severity;

pub static RULE: Rule = Rule {
    id: "catch-all-not-alone",
    severity: Severity::Error,
    check: None,
    source: include_str!("catch_all_not_alone.rs"),
};
