//! Resource kinds, CloudFormation templates, IAM roles and packaging, for the crate `stack`.
//!
//! Depend on `stack` instead, which re-exports what users need.

pub mod artifact;
pub mod connect;
pub mod cycle;
pub mod error;
pub mod expansion;
pub mod expression;
pub mod find;
pub mod fit;
pub mod iam;
mod json_text;
pub mod kind;
pub mod kinds;
mod limits;
mod lists;
mod logical_id;
pub mod machine;
mod network;
pub mod object;
pub mod overrides;
mod package;
pub mod param;
mod run;
pub mod scope;
pub mod shared;
pub mod stack;
mod stand_in;
pub mod template;
mod text;
pub mod uses;
pub mod value;
/// What `main` returns.
pub type Result = std::result::Result<(), error::Error>;
