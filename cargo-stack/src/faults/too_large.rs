//! ## What it checks
//! A definition has at most 1,048,576 characters, not counting the whitespace between its tokens. A file has at
//! most 2 MiB. A template and the files it names have at most 8 MiB together.
//!
//! ## Why
//! AWS accepts definitions of at most 1 MiB and templates of at most 1 MB. Larger files are not read, so that
//! a check never needs more than a bounded amount of memory.
//!
//! ## Example
//! ```text
//! error: [too-large] the file has more than 2 MiB
//! ```
//! Instead, start parts of the workflow as workflows of their own (`states:startExecution.sync:2`), and keep large
//! constants in S3.
//!
//! ## Source
//! AWS's quotas for Step Functions and CloudFormation; our limits for files are above them.

use stack_core::finding::Rule;
use stack_core::finding::Severity;

pub(crate) static RULE: Rule =
    Rule { id: "too-large", severity: Severity::Error, source: include_str!("too_large.rs") };
