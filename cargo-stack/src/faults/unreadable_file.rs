//! ## What it checks
//! Every file that is named, on the command line or in a template's `DefinitionUri`, can be read.
//!
//! ## Why
//! A file that was not read was not checked. The program ends with exit code 2.
//!
//! ## Example
//! ```text
//! cargo stack check workflows
//! ```
//! Instead, name the files: `cargo stack check workflows/*.asl.json`.
//!
//! ## Source
//! The message contains the operating system's answer.

use stack_core::finding::Rule;
use stack_core::finding::Severity;

pub(crate) static RULE: Rule =
    Rule { id: "unreadable-file", severity: Severity::Error, source: include_str!("unreadable_file.rs") };
