//! ## What it checks
//! A field that takes a path holds one: it starts with `$`. `ErrorPath` and `CausePath` take an intrinsic
//! function too.
//!
//! ## Why
//! AWS refuses the definition.
//!
//! ## Example
//! ```json
//! "InputPath": "order"
//! ```
//! Instead:
//! ```json
//! "InputPath": "$.order"
//! ```
//!
//! ## Source
//! `Value must be a valid JSONPath.`, `Reference path didn't start with '$'` (measured).

use super::Rule;
use crate::finding::Severity;

pub static RULE: Rule = Rule {
    id: "not-a-path",
    severity: Severity::Error,
    check: None,
    source: include_str!("not_a_path.rs"),
};
