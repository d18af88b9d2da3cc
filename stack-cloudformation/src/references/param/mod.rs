//! Parameters: what others can refer to of a resource, with the parameter's kind in its type.

mod declare;
mod kinds;
mod typed;

pub use kinds::*;
pub use typed::{AnyParam, Anything, Attribute, Param, ParamKind};
