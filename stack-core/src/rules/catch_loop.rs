//! ## What it checks
//! A catcher for `States.ALL` does not lead back to its own state.
//!
//! ## Why
//! If the error stays, the state runs again and again, at once and without a limit. `Retry` has both.
//!
//! ## Example
//! ```json
//! "a": { "Type": "Task", "Resource": "..", "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "a" }], "End": true }
//! ```
//! Instead:
//! ```json
//! "a": { "Type": "Task", "Resource": "..", "Retry": [{ "ErrorEquals": ["States.ALL"] }], "End": true }
//! ```
//!
//! ## Source
//! By reason; AWS accepts it.

use super::Rule;
use crate::finding::Severity;

pub static RULE: Rule = Rule {
    id: "catch-loop",
    severity: Severity::Warning,
    check: None,
    source: include_str!("catch_loop.rs"),
};
