//! The functions that an expression may call.

use super::value_type::Type;

/// A function that is always there.
#[derive(Debug)]
pub struct Function {
    /// Its name without the `$`.
    pub name: &'static str,
    /// The fewest arguments with which it can be called. Where the context may stand for one, it is not counted.
    pub least: usize,
    /// The most; none where that is not known, or where there is no bound.
    pub most: Option<usize>,
    /// What it gives if it gives a value; none if that depends.
    pub gives: Option<Type>,
}

const fn any(name: &'static str, least: usize, most: usize) -> Function {
    Function { name, least, most: Some(most), gives: None }
}

const fn text(name: &'static str, least: usize, most: usize) -> Function {
    Function { gives: Some(Type::String), ..any(name, least, most) }
}

const fn number(name: &'static str, least: usize, most: usize) -> Function {
    Function { gives: Some(Type::Number), ..any(name, least, most) }
}

const fn boolean(name: &'static str, least: usize, most: usize) -> Function {
    Function { gives: Some(Type::Boolean), ..any(name, least, most) }
}

/// What AWS does with more arguments than one of its own functions has is not known.
const fn or_more(function: Function) -> Function {
    Function { most: None, ..function }
}

/// JSONata's functions as Step Functions has them, in alphabetical order: `eval` is missing, and `hash`, `parse`,
/// `partition`, `range` and `uuid` are its own.
pub const FUNCTIONS: &[Function] = &[
    number("abs", 0, 1),
    any("append", 2, 2),
    any("assert", 1, 2),
    number("average", 1, 1),
    text("base64decode", 0, 1),
    text("base64encode", 0, 1),
    boolean("boolean", 0, 1),
    number("ceil", 0, 1),
    any("clone", 0, 1),
    boolean("contains", 1, 2),
    number("count", 1, 1),
    text("decodeUrl", 0, 1),
    text("decodeUrlComponent", 0, 1),
    any("distinct", 1, 1),
    any("each", 1, 2),
    text("encodeUrl", 0, 1),
    text("encodeUrlComponent", 0, 1),
    any("error", 0, 1),
    boolean("exists", 1, 1),
    any("filter", 2, 2),
    number("floor", 0, 1),
    text("formatBase", 0, 2),
    text("formatInteger", 1, 2),
    text("formatNumber", 1, 3),
    text("fromMillis", 0, 3),
    or_more(text("hash", 2, 2)),
    text("join", 1, 2),
    any("keys", 0, 1),
    number("length", 0, 1),
    any("lookup", 1, 2),
    text("lowercase", 0, 1),
    any("map", 2, 2),
    any("match", 1, 3),
    number("max", 1, 1),
    any("merge", 1, 1),
    number("millis", 0, 0),
    number("min", 1, 1),
    boolean("not", 0, 1),
    text("now", 0, 2),
    number("number", 0, 1),
    text("pad", 1, 3),
    or_more(any("parse", 1, 1)),
    number("parseInteger", 1, 2),
    or_more(any("partition", 2, 2)),
    number("power", 1, 2),
    or_more(number("random", 0, 1)),
    or_more(any("range", 3, 3)),
    any("reduce", 2, 3),
    text("replace", 2, 4),
    any("reverse", 1, 1),
    number("round", 0, 2),
    any("shuffle", 1, 1),
    any("sift", 0, 2),
    any("single", 1, 2),
    any("sort", 1, 2),
    any("split", 1, 3),
    any("spread", 0, 1),
    number("sqrt", 0, 1),
    text("string", 0, 2),
    text("substring", 1, 3),
    text("substringAfter", 1, 2),
    text("substringBefore", 1, 2),
    number("sum", 1, 1),
    number("toMillis", 0, 2),
    text("trim", 0, 1),
    text("type", 1, 1),
    text("uppercase", 0, 1),
    or_more(text("uuid", 0, 0)),
    or_more(any("zip", 1, 1)),
];

/// The function of that name, which stands without its `$`.
pub fn function(name: &str) -> Option<&'static Function> {
    let found = FUNCTIONS.binary_search_by(|function| function.name.cmp(name)).ok()?;
    FUNCTIONS.get(found)
}

/// Whether there is such a function; the name stands without its `$`.
pub fn is_function(name: &str) -> bool {
    function(name).is_some()
}
