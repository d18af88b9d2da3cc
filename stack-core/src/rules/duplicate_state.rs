//! ## What it checks
//! No two states of a machine have one name, whatever containers they are in.
//!
//! ## Why
//! AWS refuses the definition: names are global, histories and metrics know nothing else.
//!
//! ## Example
//! ```json
//! "Branches": [
//!   { "StartAt": "a", "States": { "a": { "Type": "Succeed" } } },
//!   { "StartAt": "a", "States": { "a": { "Type": "Succeed" } } }
//! ]
//! ```
//! Instead:
//! ```json
//! "Branches": [
//!   { "StartAt": "a", "States": { "a": { "Type": "Succeed" } } },
//!   { "StartAt": "b", "States": { "b": { "Type": "Succeed" } } }
//! ]
//! ```
//!
//! ## Source
//! `DUPLICATE_STATE_NAME: Duplicate State name: a` (measured).

use super::Rule;
use crate::finding::Severity;

pub static RULE: Rule = Rule {
    id: "duplicate-state",
    severity: Severity::Error,
    check: None,
    source: include_str!("duplicate_state.rs"),
};
