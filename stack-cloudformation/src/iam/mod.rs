//! Roles: who may take them, and what they allow.

mod derive;
mod policy;

pub(crate) use derive::{Derived, revisions};
pub use policy::{Policy, Trust};
