//! The intrinsic functions there are: what they take and give.

/// An intrinsic function.
#[derive(Debug)]
pub struct Function {
    /// Its name without `States.`.
    pub name: &'static str,
    /// What it takes, in order.
    pub args: &'static [Kind],
    /// How many of them must be there.
    pub least: usize,
    /// More may follow, of the last kind.
    pub more: bool,
    /// What its result is; none if that depends.
    pub gives: Option<Gives>,
}

/// What the result of a function is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gives {
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
pub enum Kind {
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

const ANY_NUMBER: Kind = Kind::Number(i64::MIN);

/// All functions, sorted by their names.
pub static ALL: &[Function] = &[
    Function { more: true, least: 0, ..array("Array", &[Kind::Any]) },
    Function { gives: Some(Gives::Bool), ..any("ArrayContains", &[Kind::Array, Kind::Any]) },
    any("ArrayGetItem", &[Kind::Array, Kind::Number(0)]),
    number("ArrayLength", &[Kind::Array]),
    array("ArrayPartition", &[Kind::Array, Kind::Number(1)]),
    array("ArrayRange", &[ANY_NUMBER, ANY_NUMBER, ANY_NUMBER]),
    array("ArrayUnique", &[Kind::Array]),
    text("Base64Decode", &[Kind::Short]),
    text("Base64Encode", &[Kind::Short]),
    Function { more: true, least: 1, ..text("Format", &[Kind::Format, Kind::Scalar]) },
    text("Hash", &[Kind::Any, Kind::Algorithm]),
    Function { gives: Some(Gives::Object), ..any("JsonMerge", &[Kind::Object, Kind::Object, Kind::Shallow]) },
    text("JsonToString", &[Kind::Any]),
    number("MathAdd", &[ANY_NUMBER, ANY_NUMBER]),
    Function { least: 2, ..number("MathRandom", &[ANY_NUMBER, ANY_NUMBER, ANY_NUMBER]) },
    array("StringSplit", &[Kind::Text, Kind::Text]),
    any("StringToJson", &[Kind::Json]),
    text("UUID", &[]),
];

const fn any(name: &'static str, args: &'static [Kind]) -> Function {
    Function { name, args, least: args.len(), more: false, gives: None }
}

const fn text(name: &'static str, args: &'static [Kind]) -> Function {
    Function { gives: Some(Gives::Text), ..any(name, args) }
}

const fn number(name: &'static str, args: &'static [Kind]) -> Function {
    Function { gives: Some(Gives::Number), ..any(name, args) }
}

const fn array(name: &'static str, args: &'static [Kind]) -> Function {
    Function { gives: Some(Gives::Array), ..any(name, args) }
}

/// The function of that name.
pub fn find(name: &str) -> Option<&'static Function> {
    ALL.iter().find(|function| function.name == name)
}

impl Gives {
    /// What it is, with its article.
    pub fn noun(self) -> &'static str {
        match self {
            Gives::Text => "a string",
            Gives::Number => "a number",
            Gives::Bool => "a boolean",
            Gives::Array => "an array",
            Gives::Object => "an object",
        }
    }
}
