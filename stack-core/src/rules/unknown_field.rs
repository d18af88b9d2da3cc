//! ## What it checks
//! Every field is one that the language has. Case matters: `resultPath` is not `ResultPath`.
//!
//! ## Why
//! AWS refuses the definition. Payloads such as `Parameters` may of course hold any key.
//!
//! ## Example
//! ```json
//! { "Type": "Pass", "resultPath": "$.r", "End": true }
//! ```
//! Instead:
//! ```json
//! { "Type": "Pass", "ResultPath": "$.r", "End": true }
//! ```
//!
//! ## Source
//! `Field 'resultPath' is not supported` (measured).

use super::Rule;
use crate::finding::Severity;

pub static RULE: Rule = Rule {
    id: "unknown-field",
    severity: Severity::Error,
    check: None,
    source: include_str!("unknown_field.rs"),
};
