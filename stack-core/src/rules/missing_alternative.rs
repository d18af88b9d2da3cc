//! ## What it checks
//! Where one of several fields is needed, one is there: `Next` or `End`, one way to say how long to wait,
//! `ItemProcessor` or `Iterator`, what a choice rule looks at.
//!
//! ## Why
//! AWS refuses the definition. `End: false` does not end anything, so it does not count.
//!
//! ## Example
//! ```json
//! "a": { "Type": "Pass" }
//! ```
//! Instead:
//! ```json
//! "a": { "Type": "Pass", "End": true }
//! ```
//!
//! ## Source
//! `This object should have only one of the following fields: [Next, End]` (measured).

use super::Rule;
use crate::finding::Severity;

pub static RULE: Rule = Rule {
    id: "missing-alternative",
    severity: Severity::Error,
    check: None,
    source: include_str!("missing_alternative.rs"),
};
