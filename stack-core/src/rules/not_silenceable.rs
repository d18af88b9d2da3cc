//! ## What it checks
//! Only warnings and denied faults are allowed, never errors.
//!
//! ## Why
//! AWS refuses the definition whatever is allowed here.
//!
//! ## Example
//! ```text
//! #[allow(stack::unknown-target)]
//! ```
//! Instead:
//! ```text
//! #[allow(stack::no-path-to-end)]
//! ```
//!
//! ## Source
//! Ours: AWS knows nothing of these rules.

use super::Rule;
use crate::finding::Severity;

pub static RULE: Rule = Rule {
    id: "not-silenceable",
    severity: Severity::Error,
    check: None,
    source: include_str!("not_silenceable.rs"),
};
