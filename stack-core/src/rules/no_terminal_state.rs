//! ## What it checks
//! A machine has a state that ends it: one with `End: true`, a Succeed or a Fail state.
//!
//! ## Why
//! AWS refuses the definition.
//!
//! ## Example
//! ```json
//! { "StartAt": "a", "States": { "a": { "Type": "Pass", "Next": "a" } } }
//! ```
//! Instead:
//! ```json
//! { "StartAt": "a", "States": { "a": { "Type": "Pass", "End": true } } }
//! ```
//!
//! ## Source
//! `MISSING_END_STATE: Workflow has no terminal state` (measured). Of branches and item processors AWS does not
//! ask it; see `endless-container`.

use super::Rule;
use crate::finding::Severity;

pub static RULE: Rule = Rule {
    id: "no-terminal-state",
    severity: Severity::Error,
    check: None,
    source: include_str!("no_terminal_state.rs"),
};
