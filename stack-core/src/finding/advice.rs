//! What is said below a finding's message.

use super::inside::Inside;
use super::suggestion::Suggestion;

/// Something that is said below a finding's message.
#[derive(Clone, Debug, PartialEq)]
pub enum Advice {
    /// What is known, or what to do, in words.
    Note(String),
    /// What to write instead.
    Suggestion(Suggestion),
    /// Where in the string at the finding's site the fault is.
    Place(Inside),
}

impl Advice {
    /// The line that is printed after `help:`, or the two lines of an excerpt; none if nothing is.
    pub fn text(&self) -> Option<String> {
        match self {
            Advice::Note(note) => Some(note.clone()),
            Advice::Suggestion(suggestion) => (!suggestion.is_silent).then(|| suggestion.message.clone()),
            Advice::Place(inside) => Some(inside.excerpt()),
        }
    }
}

impl From<Suggestion> for Advice {
    fn from(suggestion: Suggestion) -> Self {
        Advice::Suggestion(suggestion)
    }
}

impl From<String> for Advice {
    fn from(note: String) -> Self {
        Advice::Note(note)
    }
}

impl From<&str> for Advice {
    fn from(note: &str) -> Self {
        Advice::Note(note.to_owned())
    }
}
