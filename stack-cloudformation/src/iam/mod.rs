//! Roles: who may take them, and what they allow.

mod derive;
mod policy;
mod services;

pub(crate) use derive::Derived;
pub use policy::{Policy, Trust};
