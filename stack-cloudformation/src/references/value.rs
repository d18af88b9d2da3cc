//! Property values in const code: a string, a number, a boolean, or another resource's parameter.

use crate::compile_time::json_text;
use crate::references::param::{AnyParam, Param};
use std::marker::PhantomData;
use std::ops::Deref;

/// A value of a property that takes several types, such as an environment variable's.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value {
    /// A string.
    Text(&'static str),
    /// `true` or `false`.
    Bool(bool),
    /// An integer.
    Integer(i64),
    /// A parameter of another resource, known once that is deployed.
    Param(AnyParam),
    /// JSON, as [`Value::json`] has checked it.
    Json(&'static str),
}

/// Pairs of a name and a value, as `environment` and `tags` take them.
pub(crate) type Pairs = &'static [(&'static str, Value)];

impl Value {
    /// A value of any form, as JSON text. Where a string is wanted, such as in an environment variable, it is the JSON
    /// text itself.
    ///
    /// ```
    /// use stack_cloudformation::value::Value;
    /// const TAGS: Value = Value::json(r#"[{"Key": "team", "Value": "billing"}]"#);
    /// ```
    #[track_caller]
    pub const fn json(text: &'static str) -> Self {
        json_text::require("the value", text);
        Value::Json(text)
    }
}

/// Turns a value of one of the types that [`Value`] holds into one, in const code.
/// `#[derive(Stack)]` wraps the values of pairs in it; const traits are not stable.
#[derive(Clone, Copy, Debug)]
pub struct Arg<T>(pub T);

/// Found where the value is of none of the types below, so that the message says which these are.
impl<T> Deref for Arg<T> {
    type Target = NoValue<T>;

    fn deref(&self) -> &NoValue<T> {
        const { &NoValue(PhantomData) }
    }
}

/// What an [`Arg`] of another type dereferences to.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct NoValue<T>(PhantomData<fn() -> T>);

impl<T> NoValue<T> {
    /// Demands what no type is.
    pub const fn value(&self) -> Value
    where
        T: IsValue,
    {
        Value::Bool(false)
    }
}

/// Implemented by no type; its message is what it is for.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "a value cannot be of the type `{Self}`",
    label = "not a string, an integer, `true` or `false`, or a parameter of a resource",
    note = "write a parameter as `name.arn`, and a fraction as a string"
)]
pub trait IsValue {}

impl Arg<&'static str> {
    /// The text as a value.
    pub const fn value(self) -> Value {
        Value::Text(self.0)
    }
}

impl Arg<Value> {
    /// The value.
    pub const fn value(self) -> Value {
        self.0
    }
}

impl Arg<bool> {
    /// The boolean as a value.
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

#[cfg(test)]
mod tests {
    use super::{Arg, Value};
    use crate::references::param::{Attribute, FunctionArn, Param};

    #[test]
    fn every_type_of_value_becomes_one_in_const_code() {
        const VALUES: [Value; 5] = [
            Arg("dev").value(),
            Arg(true).value(),
            Arg(3).value(),
            Arg(Param::<FunctionArn>::new("bill", "arn", "Function", Attribute::Ref)).value(),
            Arg(Value::json("[1]")).value(),
        ];
        assert_eq!(VALUES[..3], [Value::Text("dev"), Value::Bool(true), Value::Integer(3)]);
        assert!(matches!(VALUES[3], Value::Param(param) if param.resource == "bill"));
        assert_eq!(VALUES[4], Value::Json("[1]"));
    }

    #[test]
    #[should_panic(expected = "the value, column 3: not JSON")]
    fn what_is_no_json_is_refused() {
        let _ = Value::json("{ a }");
    }
}
