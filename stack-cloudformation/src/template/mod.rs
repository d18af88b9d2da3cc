//! The template: what it is made of, what CloudFormation takes, and what the user changes in it.

pub mod artifact;
pub(crate) mod attribute_substitutions;
pub(crate) mod document;
mod emitted;
mod finished;
pub mod into_json;
mod intrinsics;
pub(crate) mod json;
pub(crate) mod limits;
pub(crate) mod lists;
pub(crate) mod logical_id;
mod machine;
pub mod object;
pub mod overrides;
pub mod placeholders;
pub(crate) mod prerequisites;
pub(crate) mod pseudo;
pub(crate) mod redrive;
pub(crate) mod resource;
mod task;

pub use emitted::Emitted;
pub use finished::Template;
pub use machine::{MachineDefinition, Reference};
pub(crate) use machine::{TextPart, integration_arn};
pub use task::Task;
