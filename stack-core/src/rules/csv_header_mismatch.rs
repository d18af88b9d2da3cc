//! ## What it checks
//! A reader of CSV says where the header is, names the columns if it is `GIVEN`, and a reader of JSON does neither.
//!
//! ## Why
//! AWS refuses the definition.
//!
//! ## Example
//! ```json
//! "ReaderConfig": { "InputType": "CSV" }
//! ```
//! Instead:
//! ```json
//! "ReaderConfig": { "InputType": "CSV", "CSVHeaderLocation": "FIRST_ROW" }
//! ```
//!
//! ## Source
//! `The field 'CSVHeaderLocation' is required`, `These fields are required: [CSVHeaders]`,
//! `Field 'CSVHeaderLocation' is not supported` (measured).

use super::Rule;
use crate::finding::Severity;

pub static RULE: Rule = Rule {
    id: "csv-header-mismatch",
    severity: Severity::Error,
    check: None,
    source: include_str!("csv_header_mismatch.rs"),
};
