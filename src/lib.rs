#![doc = include_str!("docs/crate.md")]

pub use stack_cloudformation::connect::{Connect, Connection};
pub use stack_cloudformation::error::Error;
pub use stack_cloudformation::kind::{BelongsTo, Kind};
pub use stack_cloudformation::kinds::types::*;
pub use stack_cloudformation::machine::{Machine, MachineType};
pub use stack_cloudformation::shared::SharedReferences;
pub use stack_cloudformation::stack::Stack;
pub use stack_cloudformation::template::Template;
pub use stack_cloudformation::uses::Uses;
pub use stack_cloudformation::value::Value;
pub use stack_cloudformation::{Result, cloudformation, kinds, param, references, scope};

#[doc = include_str!("docs/derive_stack.md")]
pub use stack_macros::Stack;
#[doc = include_str!("docs/state_machine.md")]
pub use stack_macros::state_machine;

/// JSON as the project keeps it: ordered, and with numbers as they were written.
///
/// What a kind of your own builds its CloudFormation properties from.
pub mod json {
    pub use stack_cloudformation::into_json::IntoJson;
    pub use stack_core::json::{Json, Member, Node};
}

#[doc = include_str!("docs/eshop.md")]
pub mod eshop {}

#[doc = include_str!("docs/packaging.md")]
pub mod packaging {}

#[doc = include_str!("docs/own_kind.md")]
pub mod own_kind {}

#[doc = include_str!("docs/command_line.md")]
pub mod command_line {}

#[doc = include_str!("docs/rules.md")]
pub mod rules {}

#[doc = include_str!("docs/evidence.md")]
pub mod evidence {}

/// What almost every program needs.
///
/// ```
/// use stack::prelude::*;
/// ```
pub mod prelude {
    pub use crate::kinds::types::*;
    pub use crate::{Stack, state_machine};
}

/// What the macros' expansions name. Exempt from semver: never name it yourself.
#[doc(hidden)]
pub mod __private {
    pub use core;
    pub use stack_cloudformation::connect::Connection;
    pub use stack_cloudformation::cycle::{Graph, count};
    pub use stack_cloudformation::error::Error;
    pub use stack_cloudformation::expansion::{Choose, If, Otherwise, Probe, Same, list};
    pub use stack_cloudformation::find::{ResourceParams, find, require};
    pub use stack_cloudformation::fit::{require_named, require_runnable};
    pub use stack_cloudformation::into_json::IntoJson;
    pub use stack_cloudformation::kind::{BelongsTo, Builder, Kind};
    pub use stack_cloudformation::machine::{Definition, Hole, Machine, MachineType, of_holes};
    pub use stack_cloudformation::overrides::{Override, check as check_override};
    pub use stack_cloudformation::param::AnyParam;

    pub use stack_cloudformation::shared::SharedReferences;
    pub use stack_cloudformation::stack::Stack;
    pub use stack_cloudformation::uses::{Use, User, Uses};
    pub use stack_cloudformation::value::Arg;
}

/// The README's program compiles.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
