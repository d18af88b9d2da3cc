//! ## What it checks
//! A file is UTF-8 text. A byte order mark at its start is fine.
//!
//! ## Why
//! JSON for interchange is UTF-8 (RFC 8259), and so are CloudFormation templates. Some editors on Windows
//! save UTF-16, or Windows-1252 as soon as there is a letter that is not ASCII.
//!
//! ## Example
//! ```text
//! { "Comment": "caf\xe9" }
//! ```
//! Instead, save the file as UTF-8.
//!
//! ## Source
//! RFC 8259, section 8.1.

use stack_core::finding::Rule;
use stack_core::finding::Severity;

pub(crate) static RULE: Rule =
    Rule { id: "not-utf-8", severity: Severity::Error, source: include_str!("not_utf_8.rs") };
