//! What was read of an expression, and what is wrong with one.

use std::ops::Range;

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
