//! ## What it checks
//! `HeartbeatSeconds` is smaller than `TimeoutSeconds`.
//!
//! ## Why
//! Otherwise the task times out before a missed heartbeat can be noticed.
//!
//! ## Example
//! ```json
//! { "Type": "Task", "TimeoutSeconds": 10, "HeartbeatSeconds": 10 }
//! ```
//! Instead:
//! ```json
//! { "Type": "Task", "TimeoutSeconds": 10, "HeartbeatSeconds": 5 }
//! ```
//!
//! ## Source
//! The specification demands it; whether AWS refuses it is not confirmed.

use super::Rule;
use crate::finding::Severity;

pub static RULE: Rule = Rule {
    id: "heartbeat-not-below-timeout",
    severity: Severity::Warning,
    check: None,
    source: include_str!("heartbeat_not_below_timeout.rs"),
};
