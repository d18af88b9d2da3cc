//! stack
pub use stack_cloudformation::*;
