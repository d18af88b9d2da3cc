//! The languages inside strings: JSONPath with its filters, intrinsic functions, JSONata, timestamps.
//!
//! Text in, a tree with positions or a fault out. Nothing here knows findings or rules: whoever runs a machine
//! evaluates the same trees.

mod fault;
pub mod filter;
pub mod intrinsic;
pub mod jsonata;
pub mod path;
mod string;
pub mod timestamp;

pub use fault::Fault;
