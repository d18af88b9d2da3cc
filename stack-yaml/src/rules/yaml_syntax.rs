//! ## What it checks
//! A YAML file is one document that YAML 1.2 can read, and holds nothing that JSON cannot say: keys are scalars,
//! aliases name what stands before them, and tags are those of YAML itself. The short tags of CloudFormation
//! (`!Sub`) have a meaning in templates, and in definitions that `cargo stack` reads.
//!
//! ## Why
//! AWS's tools turn YAML into JSON before Step Functions sees it.
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

use stack_core::finding::Severity;
use stack_core::rules::Rule;

pub static RULE: Rule = Rule {
    id: "yaml-syntax",
    severity: Severity::Error,
    check: None,
    source: include_str!("yaml_syntax.rs"),
};
