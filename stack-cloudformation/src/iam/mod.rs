//! Roles: who may take them, and what they allow.

mod derive;
mod given;
mod need;
mod own;
mod policy;
mod sdk;

mod task;

pub use derive::Derived;
pub(crate) use need::grant;
pub use need::{Need, Resource, Width, policy};
pub use own::Own;
pub use policy::{Policy, Trust};
pub(crate) use task::revisions;
