//! Resource kinds, CloudFormation templates, IAM roles and packaging, for the crate `stack`.
//!
//! Depend on `stack` instead, which re-exports what users need.

mod compile_time;
pub mod error;
pub mod expansion;
pub mod expression;
pub mod iam;
pub mod kind;
pub mod kinds;
pub mod object;
mod program;
mod references;
pub mod shared;
pub mod stack;
mod stand_in;
pub mod template;

// The names of modules before they were on floors.
pub use kind::{connect, scope};
pub use references::{cycle, find, fit, machine, param, uses, value};
pub use template::{artifact, overrides};
/// What `main` returns.
pub type Result = std::result::Result<(), error::Error>;
