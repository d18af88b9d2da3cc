//! What a filter is.

use crate::expression::Fault;
use crate::expression::path::Path;
use std::borrow::Cow;

/// A filter that can be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Filter<'t> {
    /// What must hold.
    pub condition: Condition<'t>,
    /// Where the condition and the blanks behind it end, in bytes. Jayway refuses what follows.
    pub end: usize,
}

/// What a filter asks of a member or an item.
#[derive(Clone, Debug, PartialEq)]
pub enum Condition<'t> {
    /// One of these, at least two; `||` between them.
    Or(Vec<Condition<'t>>),
    /// All of these, at least two; `&&` between them.
    And(Vec<Condition<'t>>),
    /// The opposite: an odd number of `!`.
    Not(Box<Condition<'t>>),
    /// An operand without operator, a path as a rule: whether it leads anywhere. Jayway refuses other operands.
    Exists(Operand<'t>),
    /// Two operands and what is between them.
    Compare(Comparison<'t>),
}

/// Two operands and the operator between them.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison<'t> {
    /// What is compared.
    pub left: Operand<'t>,
    /// How.
    pub operator: Operator,
    /// Where the operator starts, in bytes.
    pub offset: usize,
    /// With what.
    pub right: Operand<'t>,
}

/// A path or a literal.
#[derive(Clone, Debug, PartialEq)]
pub struct Operand<'t> {
    /// Where it starts, in bytes.
    pub offset: usize,
    /// How it was written.
    pub text: &'t str,
    /// What it is.
    pub kind: OperandKind<'t>,
}

/// What an operand is.
#[derive(Clone, Debug, PartialEq)]
pub enum OperandKind<'t> {
    /// A path from `@` or `$` on, or what is wrong with it; offsets in either count from the operand's.
    Path(Result<Path<'t>, Fault>),
    /// A string in single or double quotes.
    String(Cow<'t, str>),
    /// A number; its digits are the operand's text.
    Number,
    /// `true` or `false`
    Boolean(bool),
    /// `null`
    Null,
    /// A regular expression, as Java reads it.
    Regex {
        /// What stands between the slashes.
        pattern: &'t str,
        /// The letters behind them, such as `i`.
        flags: &'t str,
    },
    /// An array of strings, numbers, booleans and `null`: `['S', 'M']`.
    Array(Vec<Operand<'t>>),
    /// Any other text in `[]` or `{}`: JSON, in which Jayway takes single quotes, too. It is not checked.
    Json,
    /// A word that is none of these: Jayway refuses it.
    Unreadable,
}

macro_rules! operators {
    ($($name:ident $text:literal $doc:literal,)*) => {
        /// The operators, as Jayway has them.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Operator {
            $(#[doc = $doc] $name,)*
        }

        /// How they are written, those of letters in lower case. One that another begins with stands behind it.
        pub(super) const OPERATORS: &[(&str, Operator)] = &[$(($text, Operator::$name)),*];
    };
}

operators! {
    Identical "===" "Equal and of the same type.",
    NotIdentical "!==" "Not equal or not of the same type.",
    Equal "==" "Equal; a number in a string equals the number.",
    NotEqual "!=" "Not equal.",
    AtMost "<=" "Less or equal.",
    AtLeast ">=" "Greater or equal.",
    Matches "=~" "The whole left side matches a regular expression, or one of its items does.",
    Less "<" "Less.",
    Greater ">" "Greater.",
    In "in" "Is an item of the array on the right.",
    NotIn "nin" "Is no item of the array on the right.",
    SubsetOf "subsetof" "All items are in the array on the right.",
    AnyOf "anyof" "Some item is in the array on the right.",
    NoneOf "noneof" "No item is in the array on the right.",
    Contains "contains" "Has the right side as an item, or as a part of the string.",
    All "all" "Has all items of the array on the right.",
    Size "size" "An array or a string that is as long as the right side says.",
    Exists "exists" "Whether there is a value is what the right side says.",
    Type "type" "Is of the type that the right side names.",
    MatchesPredicate "matches" "A predicate of the program that evaluates; Step Functions has none.",
    Empty "empty" "Whether an array or a string is empty is what the right side says.",
}
