//! A crate that carries the template of its stack, as its build script has written it.

/// The CloudFormation template.
pub const TEMPLATE: &str = include_str!(concat!(env!("OUT_DIR"), "/template.json"));
