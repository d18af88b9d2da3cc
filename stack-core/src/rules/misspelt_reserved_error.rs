//! ## What it checks
//! A name in `ErrorEquals` is not a reserved name in the wrong case or with a misspelt `States.`.
//!
//! ## Why
//! AWS accepts it as the name of an error that never happens, so the retrier or catcher never acts.
//!
//! ## Example
//! ```json
//! "Retry": [{ "ErrorEquals": ["State.ALL"] }]
//! ```
//! Instead:
//! ```json
//! "Retry": [{ "ErrorEquals": ["States.ALL"] }]
//! ```
//!
//! ## Source
//! Reserved names are matched letter for letter (documented).

use super::Rule;
use crate::finding::Severity;

pub static RULE: Rule = Rule {
    id: "misspelt-reserved-error",
    severity: Severity::Deny,
    check: None,
    source: include_str!("misspelt_reserved_error.rs"),
};
