//! The template: what it is made of, what CloudFormation takes, and what the user changes in it.

pub mod artifact;
mod finished;
pub(crate) mod limits;
pub(crate) mod lists;
pub(crate) mod logical_id;
pub mod overrides;
pub(crate) mod pseudo;

pub use finished::{MachineDefinition, Reference, Template};
pub(crate) use finished::{integration_arn, parameters};
