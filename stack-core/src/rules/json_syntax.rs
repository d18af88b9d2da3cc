//! ## What it checks
//! The definition is JSON by RFC 8259, to the letter: one value, no comments, no trailing commas,
//! no half characters (`\ud800` alone).
//!
//! ## Why
//! AWS reads nothing else, and a text that is read otherwise here and there would mean two things.
//!
//! ## Example
//! ```json
//! { "StartAt": "a", "States": {}, }
//! ```
//! Instead:
//! ```json
//! { "StartAt": "a", "States": {} }
//! ```
//!
//! ## Source
//! AWS answers `INVALID_JSON_DESCRIPTION` (recorded). That a lone half character is refused is our decision:
//! no UTF-8 text can hold it.

use super::Rule;
use crate::finding::Severity;

pub static RULE: Rule = Rule {
    id: "json-syntax",
    severity: Severity::Error,
    check: None,
    source: include_str!("json_syntax.rs"),
};
