//! ## What it checks
//! A timestamp is one by RFC 3339, with an upper-case `T`, a zone (`Z` or an offset), and a day that exists.
//!
//! ## Why
//! AWS refuses the definition. In a comparison of a choice rule its word is not known, so there it is
//! `probably-refused`.
//!
//! ## Example
//! ```json
//! "Timestamp": "2030-01-31 12:00:00Z"
//! ```
//! Instead:
//! ```json
//! "Timestamp": "2030-01-31T12:00:00Z"
//! ```
//!
//! ## Source
//! `String does not match RFC3339 timestamp` (recorded).

use super::Rule;
use crate::finding::Severity;

pub static RULE: Rule = Rule {
    id: "malformed-timestamp",
    severity: Severity::Error,
    check: None,
    source: include_str!("malformed_timestamp.rs"),
};
