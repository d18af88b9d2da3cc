//! ## What it checks
//! Every state can be reached from the `StartAt` of its container. A state that only leads to itself is not
//! reached by that.
//!
//! ## Why
//! AWS refuses the definition. While it is not clear where another state leads, or where the machine ends,
//! nothing is said.
//!
//! ## Example
//! ```json
//! { "StartAt": "a", "States": { "a": { "Type": "Succeed" }, "b": { "Type": "Succeed" } } }
//! ```
//! Instead:
//! ```json
//! { "StartAt": "a", "States": { "a": { "Type": "Pass", "Next": "b" }, "b": { "Type": "Succeed" } } }
//! ```
//!
//! ## Source
//! `MISSING_TRANSITION_TARGET: State "b" is not reachable.` (measured).

use super::Rule;
use crate::finding::Severity;

pub static RULE: Rule = Rule {
    id: "unreachable-state",
    severity: Severity::Error,
    check: None,
    source: include_str!("unreachable_state.rs"),
};
