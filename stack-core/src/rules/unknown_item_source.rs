//! ## What it checks
//! An `ItemReader` reads with `s3:getObject` or `s3:listObjectsV2`.
//!
//! ## Why
//! AWS refuses the definition.
//!
//! ## Example
//! ```json
//! "Resource": "arn:aws:states:::s3:putObject"
//! ```
//! Instead:
//! ```json
//! "Resource": "arn:aws:states:::s3:getObject"
//! ```
//!
//! ## Source
//! `The field 'Resource' does not match any of the allowed values` (measured).

use super::Rule;
use crate::finding::Severity;

pub static RULE: Rule = Rule {
    id: "unknown-item-source",
    severity: Severity::Error,
    check: None,
    source: include_str!("unknown_item_source.rs"),
};
