//! ## What it checks
//! A Map's `Label` has at most 40 characters, none of them a blank, a control character or one of
//! `` ? * < > { } [ ] " # % \ ^ | ~ ` $ & , ; : / ``.
//!
//! ## Why
//! AWS refuses the definition: the label becomes a part of an ARN.
//!
//! ## Example
//! ```json
//! "Label": "all orders"
//! ```
//! Instead:
//! ```json
//! "Label": "all-orders"
//! ```
//!
//! ## Source
//! `INVALID_LABEL_NAME: .. exceeds the 40-character limit` (measured); the characters are documented.

use super::Rule;
use crate::finding::Severity;

pub static RULE: Rule = Rule {
    id: "malformed-label",
    severity: Severity::Error,
    check: None,
    source: include_str!("malformed_label.rs"),
};
