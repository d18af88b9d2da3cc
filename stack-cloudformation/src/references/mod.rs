//! References between the resources of a stack, and the checks of them in const code.

pub mod cycle;
pub mod find;
pub mod fit;
pub mod machine;
pub mod param;
pub mod uses;
pub mod value;
