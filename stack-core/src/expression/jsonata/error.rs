//! Why a text is not an expression.

/// The code of a [`SyntaxError`] that only this parser has: more than 200 expressions inside each other.
pub const TOO_DEEP: &str = "too-deep";

/// Why a text is not an expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxError {
    /// JSONata's own code, such as `S0202`, or [`TOO_DEEP`].
    pub code: &'static str,
    /// What is wrong: lower case start, names in backticks, no full stop.
    pub message: String,
    /// Where, in bytes from the start of the text; at most its length.
    pub offset: usize,
}

impl SyntaxError {
    pub(super) fn new(code: &'static str, offset: usize, message: impl Into<String>) -> Self {
        SyntaxError { code, offset, message: message.into() }
    }
}
