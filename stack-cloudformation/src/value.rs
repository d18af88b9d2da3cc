//! Property values in const code: a text, a number, a yes or no, or another resource's parameter.

use crate::param::{AnyParam, Param};

/// A value of a property that takes several types, such as an environment variable's.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value {
    /// A text.
    Text(&'static str),
    /// `true` or `false`.
    Bool(bool),
    /// An integer.
    Integer(i64),
    /// What another resource has once it is deployed.
    Param(AnyParam),
}

/// Turns a value of one of the types that [`Value`] holds into one, in const code.
/// `#[derive(Stack)]` wraps the values of pairs in it; const traits are not stable.
#[derive(Clone, Copy, Debug)]
pub struct Arg<T>(pub T);

impl Arg<&'static str> {
    /// The text as a value.
    pub const fn value(self) -> Value {
        Value::Text(self.0)
    }
}

impl Arg<bool> {
    /// The truth as a value.
    pub const fn value(self) -> Value {
        Value::Bool(self.0)
    }
}

impl Arg<i64> {
    /// The number as a value.
    pub const fn value(self) -> Value {
        Value::Integer(self.0)
    }
}

impl<K> Arg<Param<K>> {
    /// The parameter as a value.
    pub const fn value(self) -> Value {
        Value::Param(self.0.any())
    }
}
