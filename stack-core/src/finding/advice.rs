//! What a finding says besides its message.

use super::inside::Inside;
use super::printable::message;
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

    /// The same as it is shown: what it quotes may be of strangers.
    pub(super) fn printable(self) -> Self {
        match self {
            Advice::Note(note) => Advice::Note(message(note)),
            Advice::Suggestion(it) => Advice::Suggestion(Suggestion { message: message(it.message), ..it }),
            place @ Advice::Place(_) => place,
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
