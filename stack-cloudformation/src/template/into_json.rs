//! What a Rust expression in a definition may be: `Seconds: (PATIENCE)`.

use crate::template::object::Object;
use stack_core::json::{Json, Node};

/// A value that can be used in a definition, for `(expr)` in `state_machine!`.
///
/// It is implemented for strings, booleans and numbers, and for `Option`s, `Vec`s and arrays of these. For anything
/// else, implement it for a type of your own.
///
/// ```
/// use stack_cloudformation::into_json::IntoJson;
/// assert_eq!(vec![Some(1), None].into_json(), stack_core::json::Node::array([1i64.into_json(), None::<i64>.into_json()]));
/// ```
#[diagnostic::on_unimplemented(
    message = "a value of the type `{Self}` cannot be used in a definition",
    label = "not a value of JSON",
    note = "strings, booleans and numbers can, and `Option`s, `Vec`s and arrays of these",
    note = "for a type of your own, implement `stack::json::IntoJson`"
)]
pub trait IntoJson {
    /// The value as JSON.
    fn into_json(self) -> Node<'static>;
}

impl IntoJson for &str {
    fn into_json(self) -> Node<'static> {
        self.to_owned().into()
    }
}

impl<T: IntoJson> IntoJson for Option<T> {
    /// None is `null`.
    fn into_json(self) -> Node<'static> {
        self.map_or_else(|| Json::Null.into(), T::into_json)
    }
}

impl<T: IntoJson> IntoJson for Vec<T> {
    fn into_json(self) -> Node<'static> {
        Node::array(self.into_iter().map(T::into_json))
    }
}

impl<T: IntoJson, const N: usize> IntoJson for [T; N] {
    fn into_json(self) -> Node<'static> {
        Node::array(self.map(T::into_json))
    }
}

impl<T: IntoJson + Clone> IntoJson for &[T] {
    fn into_json(self) -> Node<'static> {
        Node::array(self.iter().cloned().map(T::into_json))
    }
}

impl IntoJson for f64 {
    /// As JSON has no infinities and no `NaN`, these are `null`, as in JavaScript.
    fn into_json(self) -> Node<'static> {
        if self.is_finite() { Json::Number(format!("{self:?}").into()).into() } else { Json::Null.into() }
    }
}

macro_rules! integers {
    ($($integer:ty)*) => {
        $(impl IntoJson for $integer {
            fn into_json(self) -> Node<'static> {
                (self as i128).into_json()
            }
        })*
    };
}

integers! { i8 i16 i32 i64 isize u8 u16 u32 u64 usize }

impl IntoJson for i128 {
    fn into_json(self) -> Node<'static> {
        Json::Number(self.to_string().into()).into()
    }
}

impl IntoJson for u128 {
    fn into_json(self) -> Node<'static> {
        Json::Number(self.to_string().into()).into()
    }
}

macro_rules! as_they_are {
    ($($type:ty)*) => {
        $(impl IntoJson for $type {
            fn into_json(self) -> Node<'static> {
                self.into()
            }
        })*
    };
}

as_they_are! { String bool Json<'static> Node<'static> Object }

#[cfg(test)]
mod tests {
    use super::IntoJson;
    use stack_core::json::{Json, Node};

    #[track_caller]
    fn check(value: impl IntoJson, text: &str) {
        assert_eq!(stack_core::json::write::compact(&value.into_json(), &mut |_, _| {}), text);
    }

    #[test]
    fn values_keep_their_digits() {
        check(1 + 2, "3");
        check(u64::MAX, "18446744073709551615");
        check(-5i8, "-5");
        check(0.1, "0.1");
        check(2.0, "2.0");
        check(1e300, "1e300");
        check(f64::NAN, "null");
    }

    #[test]
    fn composites_are_json() {
        check("a\"b", r#""a\"b""#);
        check(vec![Some("a"), None], r#"["a",null]"#);
        check([[true], [false]], "[[true],[false]]");
        check(&[1u8, 2][..], "[1,2]");
        check(Json::Null, "null");
        check(Node::from("x"), r#""x""#);
        check(String::from("x"), r#""x""#);
    }
}
