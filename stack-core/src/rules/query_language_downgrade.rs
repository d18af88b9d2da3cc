//! ## What it checks
//! In a machine that is in JSONata, no state asks for JSONPath. The other way round is fine.
//!
//! ## Why
//! AWS refuses the definition.
//!
//! ## Example
//! ```json
//! { "QueryLanguage": "JSONata", "StartAt": "a", "States": { "a": { "Type": "Pass", "QueryLanguage": "JSONPath", "End": true } } }
//! ```
//! Instead:
//! ```json
//! { "StartAt": "a", "States": { "a": { "Type": "Pass", "QueryLanguage": "JSONata", "End": true } } }
//! ```
//!
//! ## Source
//! `'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine` (recorded).

use super::Rule;
use crate::finding::Severity;

pub static RULE: Rule = Rule {
    id: "query-language-downgrade",
    severity: Severity::Error,
    check: None,
    source: include_str!("query_language_downgrade.rs"),
};
