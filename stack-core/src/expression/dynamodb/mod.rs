//! Expressions of DynamoDB: conditions, keys, projections and updates.
//!
//! They are read as far as a static expression can be judged: whether its syntax holds, and which names, values and
//! attributes it uses. What an attribute holds is not known.

mod lexer;
mod parser;
mod reserved;
#[cfg(test)]
mod tests;
mod tree;

pub use tree::{Expression, Grammar, SyntaxError, Word};

/// The longest expression that DynamoDB takes, in bytes.
pub const MAX_BYTES: usize = 4096;

/// Reads an expression. None if it is nested deeper than it is read.
///
/// # Errors
/// The first fault of its syntax.
pub fn parse(text: &str, grammar: Grammar) -> Result<Option<Expression<'_>>, SyntaxError> {
    parser::Parser::new(text, grammar)?.parse()
}
