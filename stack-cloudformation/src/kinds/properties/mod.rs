//! What properties of several kinds have in common: setters, checks in const code, and how they are written.

pub(crate) mod checks;
pub(crate) mod cors;
pub(crate) mod environment;
pub(crate) mod fifo;
pub(crate) mod iam;
pub(crate) mod log_group;
pub(crate) mod setters;
pub(crate) mod statements;
pub(crate) mod tags;
pub(crate) mod target;
pub(crate) mod values;
