//! ## What it checks
//! Every file that is named, on the command line or in a template's `DefinitionUri`, can be read. Pipes and devices are not
//! read, and of the files that a template names only those below the working folder or the template's own, wherever links
//! lead.
//!
//! ## Why
//! A file that was not read was not checked. The program ends with exit code 2. A template of a stranger could name a file
//! with secrets, which findings would bring to a log.
//!
//! ## Example
//! ```text
//! cargo stack check workflows
//! ```
//! Instead, name the files: `cargo stack check workflows/*.asl.json`. What comes through a pipe is read by
//! `cargo stack check --stdin`.
//!
//! ## Source
//! The message contains the operating system's answer.

use stack_core::finding::Rule;
use stack_core::finding::Severity;

pub(crate) static RULE: Rule =
    Rule { id: "unreadable-file", severity: Severity::Error, source: include_str!("unreadable_file.rs") };
