//! ## What it checks
//! A number is within the field's bounds.
//!
//! ## Why
//! AWS refuses the definition.
//!
//! ## Example
//! ```json
//! "TimeoutSeconds": 0
//! ```
//! Instead:
//! ```json
//! "TimeoutSeconds": 60
//! ```
//!
//! ## Source
//! `Minimum value is 1` (measured). Bounds that only the documentation or other tools name are
//! `probably-refused`, except that nothing may be negative.

use super::Rule;
use crate::finding::Severity;

pub static RULE: Rule = Rule {
    id: "out-of-range",
    severity: Severity::Error,
    check: None,
    source: include_str!("out_of_range.rs"),
};
