//! ## What it checks
//! A rule that is allowed somewhere exists.
//!
//! ## Why
//! The `allow` does nothing, and what it was to silence is not silenced.
//!
//! ## Example
//! ```text
//! #[allow(stack::unreachable)]
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
    id: "unknown-rule",
    severity: Severity::Error,
    check: None,
    source: include_str!("unknown_rule.rs"),
};
