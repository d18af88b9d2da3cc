//! The language as tables: the types of state, their fields, and the words that stand for kinds of machines.

mod field_set;
mod kinds;
pub mod spec;
pub mod states;

pub(crate) use field_set::FieldSet;
pub use kinds::{MachineType, QueryLanguage};
pub use states::{StateKind, state_field};
