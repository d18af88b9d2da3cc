//! ## What it checks
//! A field holds a value of the JSON type that it takes.
//!
//! ## Why
//! AWS refuses the definition.
//!
//! ## Example
//! ```json
//! "Seconds": "5"
//! ```
//! Instead:
//! ```json
//! "Seconds": 5
//! ```
//!
//! ## Source
//! `Expected value of type Integer`, `Expected value of type [STRING]`: measured on AWS for some fields, agreed on
//! by all tools for the others.

use super::Rule;
use crate::finding::Severity;

pub static RULE: Rule = Rule {
    id: "wrong-type",
    severity: Severity::Error,
    check: None,
    source: include_str!("wrong_type.rs"),
};
