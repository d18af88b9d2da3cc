//! ## What it checks
//! An object has the fields that it cannot be without.
//!
//! ## Why
//! AWS refuses the definition.
//!
//! ## Example
//! ```json
//! { "Type": "Task", "End": true }
//! ```
//! Instead:
//! ```json
//! { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:bill", "End": true }
//! ```
//!
//! ## Source
//! `These fields are required: [StartAt]` (recorded and measured).

use super::Rule;
use crate::finding::Severity;

pub static RULE: Rule = Rule {
    id: "missing-field",
    severity: Severity::Error,
    check: None,
    source: include_str!("missing_field.rs"),
};
