//! ## What it checks
//! A definition has at most 1,048,576 characters, without the blanks between its tokens. A file has at most 2 MiB, and a
//! template has at most 8 MiB with the files it names.
//!
//! ## Why
//! AWS takes definitions of at most 1 MiB and templates of at most 1 MB. Larger files are not read, so that the
//! memory that a check takes is bounded whatever it is given.
//!
//! ## Example
//! ```text
//! error: [too-large] the file has more than 2 MiB
//! ```
//! Instead, start parts of the workflow as workflows of their own (`states:startExecution.sync:2`), and keep large
//! constants in S3.
//!
//! ## Source
//! AWS's quotas for Step Functions and CloudFormation; the limits of files are ours, above theirs.

use stack_core::finding::Severity;
use stack_core::rules::Rule;

pub(crate) static RULE: Rule =
    Rule { id: "too-large", severity: Severity::Error, check: None, source: include_str!("too_large.rs") };
