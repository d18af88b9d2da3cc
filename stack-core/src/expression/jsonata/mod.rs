//! JSONata, the expressions between `{%` and `%}`: a parser with byte positions, and what an expression uses.
//!
//! It reads what jsonata-js 2.2 reads, with that implementation's error codes. Step Functions runs 2.0.6, which
//! lacks two operators; [`Expression::newer_operator`] finds them. The patterns of regular expressions
//! are taken as they are.

mod functions;
mod lambda;
mod lexer;
mod needs;
mod op;
mod parents;
mod parser;
#[cfg(test)]
mod tests;
mod tree;
mod types;
mod uses;

pub use functions::{FUNCTIONS, Function, function, is_function};
pub use op::Op;
pub use tree::{Expression, Id, List, Node, NodeKind};
pub use types::Type;
pub use uses::{Call, Reference, Uses};

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
    fn new(code: &'static str, offset: usize, message: impl Into<String>) -> Self {
        SyntaxError { code, offset, message: message.into() }
    }
}

/// Reads an expression: the text between the marks, without them.
///
/// # Errors
/// The first fault, as jsonata-js orders them: those of the grammar before those of a path's parts.
pub fn parse(text: &str) -> Result<Expression<'_>, SyntaxError> {
    parser::Parser::new(text)?.whole()
}
