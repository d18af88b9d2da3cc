//! The intrinsic functions there are: their parameters and results.
//!
//! What AWS has refused or documented beyond these types is in `schema/calls.rs`.

/// An intrinsic function.
#[derive(Debug)]
pub struct Function {
    /// Its name without `States.`.
    pub name: &'static str,
    /// What it takes, in order.
    pub args: &'static [ParameterType],
    /// How many of them must be there.
    pub least: usize,
    /// More may follow, of the last type.
    pub more: bool,
    /// What its result is; none if that depends.
    pub gives: Option<ResultType>,
}

/// What the result of a function is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ResultType {
    /// A string.
    Text,
    /// A number.
    Number,
    /// A boolean.
    Bool,
    /// An array.
    Array,
    /// An object.
    Object,
}

/// What an argument must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParameterType {
    /// Any value.
    Any,
    /// A string, a number, a boolean or `null`.
    Scalar,
    /// A string.
    Text,
    /// A string with `{}` where other arguments go.
    Format,
    /// A string that is JSON.
    Json,
    /// A string of at most 10,000 characters.
    Short,
    /// The name of a hash algorithm.
    Algorithm,
    /// A number, which AWS rounds; it is at least this.
    Number(i64),
    /// An array.
    Array,
    /// An object.
    Object,
    /// `false`: AWS has no other merge than the shallow one.
    Shallow,
}

const ANY_NUMBER: ParameterType = ParameterType::Number(i64::MIN);

/// All functions, sorted by their names.
pub static ALL: &[Function] = &[
    Function { more: true, least: 0, ..array("Array", &[ParameterType::Any]) },
    Function {
        gives: Some(ResultType::Bool),
        ..any("ArrayContains", &[ParameterType::Array, ParameterType::Any])
    },
    any("ArrayGetItem", &[ParameterType::Array, ParameterType::Number(0)]),
    number("ArrayLength", &[ParameterType::Array]),
    array("ArrayPartition", &[ParameterType::Array, ParameterType::Number(1)]),
    array("ArrayRange", &[ANY_NUMBER, ANY_NUMBER, ANY_NUMBER]),
    array("ArrayUnique", &[ParameterType::Array]),
    text("Base64Decode", &[ParameterType::Short]),
    text("Base64Encode", &[ParameterType::Short]),
    Function { more: true, least: 1, ..text("Format", &[ParameterType::Format, ParameterType::Scalar]) },
    text("Hash", &[ParameterType::Any, ParameterType::Algorithm]),
    Function {
        gives: Some(ResultType::Object),
        ..any("JsonMerge", &[ParameterType::Object, ParameterType::Object, ParameterType::Shallow])
    },
    text("JsonToString", &[ParameterType::Any]),
    number("MathAdd", &[ANY_NUMBER, ANY_NUMBER]),
    Function { least: 2, ..number("MathRandom", &[ANY_NUMBER, ANY_NUMBER, ANY_NUMBER]) },
    array("StringSplit", &[ParameterType::Text, ParameterType::Text]),
    any("StringToJson", &[ParameterType::Json]),
    text("UUID", &[]),
];

const fn any(name: &'static str, args: &'static [ParameterType]) -> Function {
    Function { name, args, least: args.len(), more: false, gives: None }
}

const fn text(name: &'static str, args: &'static [ParameterType]) -> Function {
    Function { gives: Some(ResultType::Text), ..any(name, args) }
}

const fn number(name: &'static str, args: &'static [ParameterType]) -> Function {
    Function { gives: Some(ResultType::Number), ..any(name, args) }
}

const fn array(name: &'static str, args: &'static [ParameterType]) -> Function {
    Function { gives: Some(ResultType::Array), ..any(name, args) }
}

/// The function of that name.
pub fn find(name: &str) -> Option<&'static Function> {
    ALL.iter().find(|function| function.name == name)
}

impl ResultType {
    /// What it is, with its article.
    pub fn label(self) -> &'static str {
        match self {
            ResultType::Text => "a string",
            ResultType::Number => "a number",
            ResultType::Bool => "a boolean",
            ResultType::Array => "an array",
            ResultType::Object => "an object",
        }
    }
}
