//! Resource kinds, CloudFormation templates, IAM roles and packaging, for the crate `stack`.
//!
//! Depend on `stack` instead, which re-exports what users need.

mod assembly;
mod compile_time;
pub mod error;
pub mod expansion;
pub mod kind;
pub mod kinds;
mod program;
mod references;
pub mod shared;
pub mod stack;
pub mod template;

pub use kind::{connect, scope};
pub use references::{cycle, find, fit, machine, param, uses, value};
pub use template::{artifact, into_json, object, overrides};

/// What `main` returns.
pub type Result = std::result::Result<(), error::Error>;
