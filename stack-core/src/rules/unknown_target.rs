//! ## What it checks
//! `StartAt`, `Next`, `Default` and the `Next` of catchers and choice rules name a state of the same `States`,
//! letter for letter.
//!
//! ## Why
//! AWS refuses the definition. A transition cannot cross the border of a branch or an item processor,
//! in either direction.
//!
//! ## Example
//! ```json
//! "charge": { "Type": "Pass", "Next": "bil" }
//! ```
//! Instead:
//! ```json
//! "charge": { "Type": "Pass", "Next": "bill" }
//! ```
//!
//! ## Source
//! `MISSING_TRANSITION_TARGET: Missing 'Next' target: bil` (measured).

use super::Rule;
use crate::finding::Severity;

pub static RULE: Rule = Rule {
    id: "unknown-target",
    severity: Severity::Error,
    check: None,
    source: include_str!("unknown_target.rs"),
};
