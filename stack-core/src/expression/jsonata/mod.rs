//! JSONata, the expressions between `{%` and `%}`: a parser with byte positions, and what an expression uses.
//!
//! It reads what jsonata-js 2.2 reads, with that implementation's error codes. Step Functions runs 2.0.6, which
//! lacks two operators; [`Expression::newer_operator`] finds them. The patterns of regular expressions
//! are taken as they are.

mod always;
mod ancestors;
mod arguments;
mod error;
mod functions;
mod lambda;
mod lexer;
mod needs;
mod op;
mod operands;
mod parents;
mod parser;
#[cfg(test)]
mod tests;
mod tree;
mod types;
mod uses;
mod value_type;

pub use always::Always;
pub use error::{SyntaxError, TOO_DEEP};
pub use functions::{FUNCTIONS, Function, function, is_function};
pub use op::Op;
pub use operands::Failure;
pub use tree::{Expression, Id, List, Node, NodeKind};
pub use types::Types;
pub use uses::{Call, Reference, Uses};
pub use value_type::Type;

/// Reads an expression: the text between the marks, without them.
///
/// # Errors
/// The first fault, as jsonata-js orders them: those of the grammar before those of a path's parts.
pub fn parse(text: &str) -> Result<Expression<'_>, SyntaxError> {
    parser::Parser::new(text)?.whole()
}
