//! ## What it checks
//! A field belongs to the query language of its state. A state without `QueryLanguage` has the machine's,
//! however deep it stands; that of a Map or Parallel covers only its own fields.
//!
//! ## Why
//! AWS refuses the definition.
//!
//! ## Example
//! ```json
//! { "Type": "Pass", "QueryLanguage": "JSONata", "Parameters": { "a": 1 }, "End": true }
//! ```
//! Instead:
//! ```json
//! { "Type": "Pass", "QueryLanguage": "JSONata", "Output": { "a": 1 }, "End": true }
//! ```
//!
//! ## Source
//! `The QueryLanguage is set to 'JSONata', but field 'Parameters' is only supported for the 'JSONPath' QueryLanguage`
//! (measured).

use super::Rule;
use crate::finding::Severity;

pub static RULE: Rule = Rule {
    id: "wrong-query-language",
    severity: Severity::Error,
    check: None,
    source: include_str!("wrong_query_language.rs"),
};
