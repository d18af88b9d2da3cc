//! ## What it checks
//! A name in `ErrorEquals` that starts with `States.` is one of the reserved names.
//!
//! ## Why
//! The prefix is AWS's own; no error has such a name, so the retrier or catcher never acts.
//!
//! ## Example
//! ```json
//! "ErrorEquals": ["States.Timout"]
//! ```
//! Instead:
//! ```json
//! "ErrorEquals": ["States.Timeout"]
//! ```
//!
//! ## Source
//! The specification reserves the prefix; AWS accepts unknown names.

use super::Rule;
use crate::finding::Severity;

pub static RULE: Rule = Rule {
    id: "unknown-reserved-error",
    severity: Severity::Warning,
    check: None,
    source: include_str!("unknown_reserved_error.rs"),
};
