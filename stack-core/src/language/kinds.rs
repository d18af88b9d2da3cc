//! The words that choose between kinds of machines: the query language, Standard or Express.

use crate::json::Node;

/// The language of a state's expressions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QueryLanguage {
    /// Paths, payload templates and intrinsic functions. The default.
    JsonPath,
    /// `{% .. %}` expressions.
    Jsonata,
}

impl QueryLanguage {
    /// The language that an object names. AWS takes any other word than `JSONPath` for JSONata.
    pub fn of(node: &Node<'_>) -> Option<QueryLanguage> {
        match node.get("QueryLanguage")?.as_str() {
            Some("JSONPath") => Some(QueryLanguage::JsonPath),
            _ => Some(QueryLanguage::Jsonata),
        }
    }
}

/// The type of a machine. Its rules differ.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MachineType {
    /// Runs up to a year, each state at most once. The default.
    #[default]
    Standard,
    /// Runs up to five minutes, at least once.
    Express,
}
