//! The types of values.

/// A type that JSONata tells from others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Type {
    /// A string.
    String,
    /// A number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// `null`.
    Null,
    /// An array.
    Array,
    /// An object.
    Object,
    /// A function; regular expressions are such.
    Function,
}

impl Type {
    /// What it is called, with its article.
    pub fn label(self) -> &'static str {
        match self {
            Type::String => "a string",
            Type::Number => "a number",
            Type::Boolean => "a boolean",
            Type::Null => "`null`",
            Type::Array => "an array",
            Type::Object => "an object",
            Type::Function => "a function",
        }
    }
}
