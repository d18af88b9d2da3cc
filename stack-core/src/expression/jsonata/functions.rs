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
    /// What it takes, as JSONata itself writes it: `s`tring, `n`umber, `b`oolean, `o`bject, `f`unction, `(sf)` one of
    /// them, `a<n>` an array of them or one alone, `a` and `x` anything. `-`: the context may stand for it. `?`: it may be
    /// left out. Empty where it is not known.
    pub(super) takes: &'static str,
}

const fn any(name: &'static str, least: usize, most: usize, takes: &'static str) -> Function {
    Function { name, least, most: Some(most), gives: None, takes }
}

const fn text(name: &'static str, least: usize, most: usize, takes: &'static str) -> Function {
    Function { gives: Some(Type::String), ..any(name, least, most, takes) }
}

const fn number(name: &'static str, least: usize, most: usize, takes: &'static str) -> Function {
    Function { gives: Some(Type::Number), ..any(name, least, most, takes) }
}

const fn boolean(name: &'static str, least: usize, most: usize, takes: &'static str) -> Function {
    Function { gives: Some(Type::Boolean), ..any(name, least, most, takes) }
}

/// What AWS does with more arguments than one of its own functions has is not known.
const fn or_more(function: Function) -> Function {
    Function { most: None, ..function }
}

/// JSONata's functions as Step Functions has them, in alphabetical order: `eval` is missing, and `hash`, `parse`,
/// `partition`, `range` and `uuid` are its own.
pub const FUNCTIONS: &[Function] = &[
    number("abs", 0, 1, "n-"),
    any("append", 2, 2, "xx"),
    any("assert", 1, 2, "bs?"),
    number("average", 1, 1, "a<n>"),
    text("base64decode", 0, 1, "s-"),
    text("base64encode", 0, 1, "s-"),
    boolean("boolean", 0, 1, "x-"),
    number("ceil", 0, 1, "n-"),
    any("clone", 0, 1, "(oa)-"),
    boolean("contains", 1, 2, "s-(sf)"),
    number("count", 1, 1, "a"),
    text("decodeUrl", 0, 1, "s-"),
    text("decodeUrlComponent", 0, 1, "s-"),
    any("distinct", 1, 1, "x"),
    any("each", 1, 2, "o-f"),
    text("encodeUrl", 0, 1, "s-"),
    text("encodeUrlComponent", 0, 1, "s-"),
    any("error", 0, 1, "s?"),
    boolean("exists", 1, 1, "x"),
    any("filter", 2, 2, "af"),
    number("floor", 0, 1, "n-"),
    text("formatBase", 0, 2, "n-n?"),
    text("formatInteger", 1, 2, "n-s"),
    text("formatNumber", 1, 3, "n-so?"),
    text("fromMillis", 0, 3, "n-s?s?"),
    or_more(text("hash", 2, 2, "")),
    text("join", 1, 2, "a<s>s?"),
    any("keys", 0, 1, "x-"),
    number("length", 0, 1, "s-"),
    any("lookup", 1, 2, "x-s"),
    text("lowercase", 0, 1, "s-"),
    any("map", 2, 2, "af"),
    any("match", 1, 3, "s-fn?"),
    number("max", 1, 1, "a<n>"),
    any("merge", 1, 1, "a<o>"),
    number("millis", 0, 0, ""),
    number("min", 1, 1, "a<n>"),
    boolean("not", 0, 1, "x-"),
    text("now", 0, 2, "s?s?"),
    number("number", 0, 1, "(nsb)-"),
    text("pad", 1, 3, "s-ns?"),
    or_more(any("parse", 1, 1, "")),
    number("parseInteger", 1, 2, "s-s"),
    or_more(any("partition", 2, 2, "")),
    number("power", 1, 2, "n-n"),
    or_more(number("random", 0, 1, "")),
    or_more(any("range", 3, 3, "")),
    any("reduce", 2, 3, "afx?"),
    text("replace", 2, 4, "s-(sf)(sf)n?"),
    any("reverse", 1, 1, "a"),
    number("round", 0, 2, "n-n?"),
    any("shuffle", 1, 1, "a"),
    any("sift", 0, 2, "o-f?"),
    any("single", 1, 2, "af?"),
    any("sort", 1, 2, "af?"),
    any("split", 1, 3, "s-(sf)n?"),
    any("spread", 0, 1, "x-"),
    number("sqrt", 0, 1, "n-"),
    text("string", 0, 2, "x-b?"),
    text("substring", 1, 3, "s-nn?"),
    text("substringAfter", 1, 2, "s-s"),
    text("substringBefore", 1, 2, "s-s"),
    number("sum", 1, 1, "a<n>"),
    number("toMillis", 0, 2, "s-s?"),
    text("trim", 0, 1, "s-"),
    text("type", 1, 1, "x"),
    text("uppercase", 0, 1, "s-"),
    text("uuid", 0, 0, ""),
    or_more(any("zip", 1, 1, "a")),
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
