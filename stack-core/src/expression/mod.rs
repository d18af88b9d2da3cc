//! The languages inside strings: JSONPath with its filters, intrinsic functions, JSONata, timestamps, DynamoDB.
//!
//! Text in, a tree with positions or a fault out. Nothing here knows findings or rules: what runs a machine
//! evaluates the same trees.

pub mod dynamodb;
mod fault;
pub mod filter;
pub mod intrinsic;
pub mod jsonata;
pub mod path;
mod string;
pub mod timestamp;

pub use fault::Fault;
