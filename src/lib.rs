//! AWS Step Functions workflows and the resources they use, checked at compile time.

pub use stack_cloudformation::error::Error;
pub use stack_cloudformation::kind::Kind;
pub use stack_cloudformation::machine::{Machine, MachineType};
pub use stack_cloudformation::stack::{BelongsTo, Stack};
pub use stack_cloudformation::template::Template;
pub use stack_cloudformation::uses::Uses;
pub use stack_cloudformation::value::Value;
pub use stack_cloudformation::{Result, kinds, param, references, scope};

/// What almost every program needs.
pub mod prelude {
    pub use crate::Stack;
}

/// What the macros' expansions name. Exempt from semver: never name it yourself.
#[doc(hidden)]
pub mod __private {
    pub use core;
    pub use stack_cloudformation::cycle::refuse_cycles;
    pub use stack_cloudformation::error::Error;
    pub use stack_cloudformation::find::{find, require};
    pub use stack_cloudformation::kind::Kind;
    pub use stack_cloudformation::machine::{Definition, Hole, Machine, MachineType, expression};
    pub use stack_cloudformation::param::AnyParam;
    pub use stack_cloudformation::scope::Builder;
    pub use stack_cloudformation::shared::SharedReferences;
    pub use stack_cloudformation::stack::{BelongsTo, Named, Stack};
    pub use stack_cloudformation::uses::{Use, User, Uses, of_holes};
    pub use stack_cloudformation::value::Arg;
}
