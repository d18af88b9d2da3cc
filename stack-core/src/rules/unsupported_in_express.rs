//! ## What it checks
//! An Express machine uses no `.sync` and no `.waitForTaskToken` integration, no activity and no distributed Map.
//!
//! ## Why
//! AWS refuses the definition: an Express execution lives five minutes at most and cannot wait for them.
//!
//! ## Example
//! ```json
//! "Resource": "arn:aws:states:::states:startExecution.sync"
//! ```
//! Instead:
//! ```json
//! "Resource": "arn:aws:states:::states:startExecution"
//! ```
//!
//! ## Source
//! `Express state machine does not support '.sync' service integration` (recorded), the distributed Map measured.

use super::Rule;
use crate::finding::Severity;

pub static RULE: Rule = Rule {
    id: "unsupported-in-express",
    severity: Severity::Error,
    check: None,
    source: include_str!("unsupported_in_express.rs"),
};
