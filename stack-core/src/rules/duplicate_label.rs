//! ## What it checks
//! No two Maps of a machine have one `Label`.
//!
//! ## Why
//! AWS refuses the definition: the label tells their runs apart.
//!
//! ## Example
//! ```json
//! "m": { "Type": "Map", "Label": "run" }, "n": { "Type": "Map", "Label": "run" }
//! ```
//! Instead:
//! ```json
//! "m": { "Type": "Map", "Label": "first" }, "n": { "Type": "Map", "Label": "second" }
//! ```
//!
//! ## Source
//! `DUPLICATE_LABEL_NAME: Duplicate Label name: run` (measured).

use super::Rule;
use crate::finding::Severity;

pub static RULE: Rule = Rule {
    id: "duplicate-label",
    severity: Severity::Error,
    check: None,
    source: include_str!("duplicate_label.rs"),
};
