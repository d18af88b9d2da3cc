//! The functions that an expression may call.

/// JSONata's functions as Step Functions has them, in alphabetical order: `eval` is missing, and `hash`, `parse`,
/// `partition`, `range` and `uuid` are its own.
#[rustfmt::skip] // One to a line would be seventy lines.
pub const FUNCTIONS: &[&str] = &[
    "abs", "append", "assert", "average", "base64decode", "base64encode", "boolean", "ceil", "clone",
    "contains", "count", "decodeUrl", "decodeUrlComponent", "distinct", "each", "encodeUrl",
    "encodeUrlComponent", "error", "exists", "filter", "floor", "formatBase", "formatInteger",
    "formatNumber", "fromMillis", "hash", "join", "keys", "length", "lookup", "lowercase", "map", "match",
    "max", "merge", "millis", "min", "not", "now", "number", "pad", "parse", "parseInteger", "partition",
    "power", "random", "range", "reduce", "replace", "reverse", "round", "shuffle", "sift", "single",
    "sort", "split", "spread", "sqrt", "string", "substring", "substringAfter", "substringBefore", "sum",
    "toMillis", "trim", "type", "uppercase", "uuid", "zip",
];

/// Whether there is such a function; the name stands without its `$`.
pub fn is_function(name: &str) -> bool {
    FUNCTIONS.binary_search(&name).is_ok()
}
