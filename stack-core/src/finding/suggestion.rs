//! What to write instead, so that a machine can do it: edits that say *what* they change, not where its bytes are.
//!
//! The core knows sites and the bytes of a string, so an edit speaks of those. Who prints or applies it knows the text
//! and its notation: escapes, quotes, commas and indentation are its matter.

use crate::json::{Json, Site};
use std::ops::Range;

/// One way to mend what a finding is about.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggestion {
    /// What it does, as a line of help: "did you mean `bill`?".
    pub message: String,
    /// What to change, all of it or nothing.
    pub edits: Vec<Edit>,
    /// It is the only thing that can be meant, so a tool may do it unasked.
    pub is_certain: bool,
    /// Its message is not printed as help, because what is printed says as much.
    pub is_silent: bool,
}

/// One change of a definition.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// These bytes of the string or key at a site, counted in its value, become this text.
    Text {
        /// Where the string or the key is.
        site: Site,
        /// Which of its bytes; empty to insert.
        bytes: Range<usize>,
        /// What stands there instead.
        text: String,
    },
    /// The string, number or word at a site becomes this value.
    Value {
        /// Where the value is.
        site: Site,
        /// What stands there instead; has no holes.
        json: Json<'static>,
    },
    /// The value at a site becomes the only item of an array.
    Wrap {
        /// Where the value is.
        site: Site,
    },
    /// The member whose key is at a site, or the item at it, goes, with its comma.
    Remove {
        /// Where the key or the item is.
        site: Site,
    },
    /// An object gets another member, next to one that it has.
    Insert {
        /// Where the key of that one is.
        beside: Site,
        /// The key.
        key: String,
        /// The value; has no holes.
        json: Json<'static>,
    },
    /// These bytes of a JSON text become others; for texts that are no JSON, of which there is no better word.
    Source {
        /// The first byte.
        site: Site,
        /// How many bytes; 0 to insert.
        length: usize,
        /// What stands there instead.
        text: String,
    },
}

impl Suggestion {
    /// One that is certain.
    pub fn certain(message: impl Into<String>, edit: Edit) -> Self {
        Suggestion::new(message, edit, true)
    }

    /// One that leaves a choice, or may change what a payload means.
    pub fn possible(message: impl Into<String>, edit: Edit) -> Self {
        Suggestion::new(message, edit, false)
    }

    /// One that is certain or not.
    pub fn new(message: impl Into<String>, edit: Edit, is_certain: bool) -> Self {
        Suggestion { message: message.into(), edits: vec![edit], is_certain, is_silent: false }
    }

    /// One that asks whether another name or value was meant.
    pub fn did_you_mean(meant: &str, edit: Edit, is_certain: bool) -> Self {
        Suggestion::new(format!("did you mean `{meant}`?"), edit, is_certain)
    }

    /// The same, where help says it, or more than it.
    pub fn silent(self) -> Self {
        Suggestion { is_silent: true, ..self }
    }
}

impl Edit {
    /// The whole of a string or key becomes another.
    pub fn whole(site: Site, old: &str, new: impl Into<String>) -> Self {
        Edit::Text { site, bytes: 0..old.len(), text: new.into() }
    }

    /// A part of a string becomes another: `length` bytes from `offset` on.
    pub fn part(site: Site, offset: usize, length: usize, new: impl Into<String>) -> Self {
        Edit::Text { site, bytes: offset..offset.saturating_add(length), text: new.into() }
    }
}
