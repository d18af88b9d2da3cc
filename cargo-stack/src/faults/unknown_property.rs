//! ## What it checks
//! The properties of a state machine in a template, and those of its logging, tracing, encryption and place in S3, are ones
//! that CloudFormation or AWS SAM knows.
//!
//! ## Why
//! CloudFormation refuses the template.
//!
//! ## Example
//! ```yaml
//! Type: AWS::StepFunctions::StateMachine
//! Properties:
//!   Name: buying
//! ```
//! Instead:
//! ```yaml
//! Type: AWS::StepFunctions::StateMachine
//! Properties:
//!   StateMachineName: buying
//! ```
//!
//! ## Source
//! The schema of `AWS::StepFunctions::StateMachine` in CloudFormation's registry, and AWS SAM's documentation.

use stack_core::finding::{Rule, Severity};

pub(crate) static RULE: Rule =
    Rule { id: "unknown-property", severity: Severity::Error, source: include_str!("unknown_property.rs") };
