//! ## What it checks
//! From every state that is reached, an end can be reached.
//!
//! ## Why
//! An execution that enters such a loop never leaves it.
//!
//! ## Example
//! ```json
//! "poll": { "Type": "Wait", "Seconds": 5, "Next": "ask" }, "ask": { "Type": "Pass", "Next": "poll" }
//! ```
//! Instead:
//! ```json
//! "poll": { "Type": "Wait", "Seconds": 5, "Next": "ask" }, "ask": { "Type": "Pass", "Next": "done" }
//! ```
//!
//! ## Source
//! By reason; AWS accepts it.

use super::Rule;
use crate::finding::Severity;

pub static RULE: Rule = Rule {
    id: "no-path-to-end",
    severity: Severity::Warning,
    check: None,
    source: include_str!("no_path_to_end.rs"),
};
