//! Expressions of DynamoDB: conditions, keys, projections and updates.
//!
//! They are read as far as a static expression can be judged: whether its syntax holds, and which names, values and
//! attributes it uses. What an attribute holds is not known.

mod lexer;
mod parser;
mod reserved;
#[cfg(test)]
mod tests;

use std::ops::Range;

/// The longest expression that DynamoDB takes, in bytes.
pub const MAX_BYTES: usize = 4096;

/// What an expression is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grammar {
    /// A `ConditionExpression` or a `FilterExpression`.
    Condition,
    /// A `KeyConditionExpression`, which has few of the operators.
    KeyCondition,
    /// A `ProjectionExpression`: a list of attributes.
    Projection,
    /// An `UpdateExpression`.
    Update,
}

/// An expression that was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Expression<'t> {
    /// The names that it uses, each with its `#`, as often as it uses them.
    pub names: Vec<Word<'t>>,
    /// The values that it uses, each with its `:`, as often as it uses them.
    pub values: Vec<Word<'t>>,
    /// Attributes that are called by a reserved word, which DynamoDB refuses.
    pub reserved: Vec<Word<'t>>,
}

/// A word of an expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word<'t> {
    /// The word.
    pub text: &'t str,
    /// Its first byte.
    pub offset: usize,
}

/// A fault of syntax.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxError {
    /// Where it is, in bytes.
    pub bytes: Range<usize>,
    /// What it is: lower case start, no full stop.
    pub message: String,
    /// What was meant, if that can be told.
    pub meant: Option<&'static str>,
}

/// Reads an expression. None if it is nested deeper than it is read.
///
/// # Errors
/// The first fault of its syntax.
pub fn parse(text: &str, grammar: Grammar) -> Result<Option<Expression<'_>>, SyntaxError> {
    parser::Parser::new(text, grammar)?.parse()
}
