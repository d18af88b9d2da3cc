//! ## What it checks
//! `States`, `Branches`, `Choices`, `And`, `Or` and `ErrorEquals` hold something.
//!
//! ## Why
//! AWS refuses the definition. `Retry` and `Catch` may be empty.
//!
//! ## Example
//! ```json
//! "Choices": []
//! ```
//! Instead:
//! ```json
//! "Choices": [{ "Variable": "$.x", "IsPresent": true, "Next": "b" }]
//! ```
//!
//! ## Source
//! `Value cannot be empty` (recorded and measured; for `States` all tools agree).

use super::Rule;
use crate::finding::Severity;

pub static RULE: Rule = Rule {
    id: "empty-value",
    severity: Severity::Error,
    check: None,
    source: include_str!("empty_value.rs"),
};
