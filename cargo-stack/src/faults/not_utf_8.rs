//! ## What it checks
//! A file is text in UTF-8. A byte order mark at its start is fine.
//!
//! ## Why
//! JSON that is exchanged is UTF-8 (RFC 8259), and so are CloudFormation's templates. Some editors on Windows save
//! UTF-16, or Windows-1252 with one letter that is not ASCII.
//!
//! ## Example
//! ```text
//! { "Comment": "caf\xe9" }
//! ```
//! Instead, save the file as UTF-8.
//!
//! ## Source
//! RFC 8259, section 8.1.

use stack_core::finding::Severity;
use stack_core::rules::Rule;

pub(crate) static RULE: Rule =
    Rule { id: "not-utf-8", severity: Severity::Error, check: None, source: include_str!("not_utf_8.rs") };
