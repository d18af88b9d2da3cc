//! ## What it checks
//! `Ref`, `Fn::GetAtt`, `Fn::Sub` and `Fn::If` in a state machine of a template name resources, parameters, conditions and
//! pseudo parameters that there are. `Fn::If` has a condition and two values.
//!
//! What a macro, `Fn::Transform` or `Fn::ForEach` may add is not known, and nothing is reported in such a template;
//! names that start like a resource of AWS SAM may be of one that SAM makes. In a template without an
//! `AWSTemplateFormatVersion`, which may be a part of one, only names that are like others are reported, as a warning.
//!
//! ## Why
//! CloudFormation refuses the template.
//!
//! ## Example
//! ```yaml
//! Resource: !GetAtt BilFunction.Arn
//! ```
//! Instead:
//! ```yaml
//! Resource: !GetAtt BillFunction.Arn
//! ```
//!
//! ## Source
//! `Unresolved resource dependencies [BilFunction] in the Resources block of the template` (documented).

use stack_core::finding::{Rule, Severity};

pub(crate) static RULE: Rule = Rule {
    id: "unknown-template-name",
    severity: Severity::Error,
    source: include_str!("unknown_template_name.rs"),
};
