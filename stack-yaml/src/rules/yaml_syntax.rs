//! ## What it checks
//! A YAML file is one valid YAML 1.2 document, and contains nothing that JSON cannot express: keys are
//! scalars, aliases refer to earlier anchors, and tags are YAML's own. CloudFormation's short tags (`!Sub`)
//! are accepted in templates, and in definitions that `cargo stack` reads.
//!
//! ## Why
//! AWS's tools convert YAML to JSON before Step Functions sees it.
//!
//! ## Example
//! ```yaml
//! StartAt: a
//!  States: {}
//! ```
//! Instead:
//! ```yaml
//! StartAt: a
//! States: {}
//! ```
//!
//! ## Source
//! The YAML 1.2 specification, core schema.

use stack_core::finding::Rule;
use stack_core::finding::Severity;

pub static RULE: Rule =
    Rule { id: "yaml-syntax", severity: Severity::Error, source: include_str!("yaml_syntax.rs") };
