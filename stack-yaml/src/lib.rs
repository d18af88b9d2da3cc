//! YAML as the core's value, with places: for machines in YAML files, in the macro and on the command line.
//!
//! As the core, this crate does no I/O, never panics and cannot fail: it returns a value and findings. It is exempt
//! from semver; depend on `stack` instead.

mod outdented;
mod reader;
pub mod rules;
mod scalar;
mod tree;

pub use reader::{Table, Tags, read, read_1_1};
pub use scalar::old_boolean;

#[cfg(test)]
mod tests;
