//! ## What it checks
//! A field that takes one of a few words holds one of them, letter for letter. `Version` is such a field:
//! `1.0` is its only word.
//!
//! ## Why
//! AWS refuses the definition.
//!
//! ## Example
//! ```json
//! "JitterStrategy": "full"
//! ```
//! Instead:
//! ```json
//! "JitterStrategy": "FULL"
//! ```
//!
//! ## Source
//! `Value should be one of the following: [NONE, FULL]` (measured).

use super::Rule;
use crate::finding::Severity;

pub static RULE: Rule = Rule {
    id: "unknown-word",
    severity: Severity::Error,
    check: None,
    source: include_str!("unknown_word.rs"),
};
