//! ## What it checks
//! Every file that is named, on the command line or as `DefinitionUri` in a template, can be read.
//!
//! ## Why
//! What was not read was not checked. The program ends with exit code 2.
//!
//! ## Example
//! ```text
//! cargo stack check workflows
//! ```
//! Instead, name the files: `cargo stack check workflows/*.asl.json`.
//!
//! ## Source
//! The operating system's answer is in the message.

use stack_core::finding::Severity;
use stack_core::rules::Rule;

pub(crate) static RULE: Rule = Rule {
    id: "unreadable-file",
    severity: Severity::Error,
    check: None,
    source: include_str!("unreadable_file.rs"),
};
