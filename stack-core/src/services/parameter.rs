//! What an integration takes: a parameter's name, whether it is required, and what its value is.

use super::form::Form;
use super::referent::Referent;

/// A member of an integration's `Parameters` or `Arguments`.
#[derive(Clone, Copy, Debug)]
pub struct Parameter {
    /// Its name, in Pascal case.
    pub name: &'static str,
    /// Whether AWS refuses a task without it.
    pub required: bool,
    /// What it holds.
    pub value: Value,
    /// Other parameters of which one stands in for it; nothing if it does not need them.
    pub or: &'static [&'static str],
}

/// What a value is, as far as it is known.
#[derive(Clone, Copy, Debug)]
pub enum Value {
    /// Anything, or something that is not known.
    Any,
    /// A string.
    Text,
    /// A string, or any JSON, which Step Functions then writes as a string.
    TextOrJson,
    /// One of these words.
    Word(&'static [&'static str]),
    /// A string of that form.
    Form(&'static Form),
    /// A value of DynamoDB, which names its type as in [`ATTRIBUTE`](super::ATTRIBUTE), `{ "N": "1" }`, or is a string.
    Attribute,
    /// A string that names one of these.
    Names(&'static [Referent]),
    /// A number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// An array of such values.
    List(&'static Value),
    /// An object with any keys and such values.
    Map(&'static Value),
    /// The same with keys of that form.
    Keyed(&'static Form, &'static Value),
    /// An object with these members.
    Object(&'static [Parameter]),
}

impl Parameter {
    /// One that may be left out.
    pub const fn new(name: &'static str, value: Value) -> Self {
        Parameter { name, required: false, value, or: &[] }
    }

    /// The same as one that AWS refuses a task without.
    pub const fn required(self) -> Self {
        Parameter { required: true, ..self }
    }

    /// The same as one that needs to be there if none of those is.
    pub const fn or(self, others: &'static [&'static str]) -> Self {
        Parameter { or: others, ..self }
    }
}

/// A parameter that is a string.
pub const fn text(name: &'static str) -> Parameter {
    Parameter::new(name, Value::Text)
}

/// A parameter that is a number.
pub const fn number(name: &'static str) -> Parameter {
    Parameter::new(name, Value::Number)
}

/// A parameter that is `true` or `false`.
pub const fn boolean(name: &'static str) -> Parameter {
    Parameter::new(name, Value::Boolean)
}

/// A parameter that may be anything.
pub const fn any(name: &'static str) -> Parameter {
    Parameter::new(name, Value::Any)
}
