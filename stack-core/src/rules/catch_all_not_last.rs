//! ## What it checks
//! An entry of `Retry` or `Catch` for `States.ALL` is the last one.
//!
//! ## Why
//! AWS refuses the definition: no entry after it could ever act.
//!
//! ## Example
//! ```json
//! "Retry": [{ "ErrorEquals": ["States.ALL"] }, { "ErrorEquals": ["Declined"] }]
//! ```
//! Instead:
//! ```json
//! "Retry": [{ "ErrorEquals": ["Declined"] }, { "ErrorEquals": ["States.ALL"] }]
//! ```
//!
//! ## Source
//! `States.ALL must appear alone and at end of list` (measured).

use super::Rule;
use crate::finding::Severity;

pub static RULE: Rule = Rule {
    id: "catch-all-not-last",
    severity: Severity::Error,
    check: None,
    source: include_str!("catch_all_not_last.rs"),
};
