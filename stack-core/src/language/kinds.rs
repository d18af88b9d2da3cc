//! The words that choose between kinds of machines: the query language, Standard or Express.

use crate::json::{Json, Node};

/// The language of a state's expressions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QueryLanguage {
    /// Paths, payload templates and intrinsic functions. The default.
    JsonPath,
    /// `{% .. %}` expressions.
    Jsonata,
}

/// The query language that an object names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NamedLanguage {
    /// The language; where it is not named rightly, the one that the object is written in.
    pub is: QueryLanguage,
    /// Whether it is named rightly. If not, that is one fault: what the object holds may be of either language.
    pub rightly: bool,
}

impl QueryLanguage {
    /// The language that an object names; none if it names none. AWS takes any other word than `JSONPath` for JSONata.
    pub fn named(node: &Node<'_>) -> Option<NamedLanguage> {
        let mut misspelt = false;
        for member in node.as_object().unwrap_or_default() {
            let key = member.key.value.as_ref();
            if key == "QueryLanguage" {
                let (is, rightly) = match member.value.as_str() {
                    Some("JSONPath") => (QueryLanguage::JsonPath, true),
                    Some("JSONata") => (QueryLanguage::Jsonata, true),
                    _ => (written_in(node), false),
                };
                return Some(NamedLanguage { is, rightly });
            }
            // No other field of an object that may name one begins with these letters.
            misspelt |= match key.as_bytes().first() {
                Some(b'Q' | b'q') => key.get(..5).is_some_and(|start| start.eq_ignore_ascii_case("query")),
                Some(b'L') => key == "Language",
                _ => false,
            };
        }
        misspelt.then(|| NamedLanguage { is: written_in(node), rightly: false })
    }
}

/// The language that a value is written in, as far as that shows: only JSONata has strings that start with `{%`.
fn written_in(node: &Node<'_>) -> QueryLanguage {
    let mut open = vec![node];
    while let Some(node) = open.pop() {
        match &node.json {
            Json::String(text) if text.starts_with("{%") => return QueryLanguage::Jsonata,
            Json::Array(items) => open.extend(items),
            Json::Object(members) => open.extend(members.iter().map(|member| &member.value)),
            _ => {}
        }
    }
    QueryLanguage::JsonPath
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
