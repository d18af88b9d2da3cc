//! Roles: who may take them, and what they allow.

mod derive;
mod policy;

pub(crate) use derive::Derived;
pub use policy::{Policy, Trust};
