//! What messages call a value.

use crate::json::{Hole, Json, Node};

/// What a value is, with its article.
pub(super) fn kind(node: &Node<'_>) -> &'static str {
    match &node.json {
        Json::Null => "`null`",
        Json::Bool(_) => "a boolean",
        Json::Number(_) => "a number",
        Json::String(_) => "a string",
        Json::Array(_) => "an array",
        Json::Object(_) => "an object",
        Json::Hole(it) => hole(it),
        Json::Broken => "something unreadable",
    }
}

/// What a message calls a hole.
fn hole(hole: &Hole<'_>) -> &'static str {
    match hole {
        Hole::Reference(_) => "a reference",
        Hole::Text(_) => "a text with references",
        Hole::Integration(_) => "a service integration",
        Hole::Expression(_) => "a Rust expression",
    }
}
