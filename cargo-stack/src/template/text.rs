//! Texts that are made of strings of a template, and which part of them is which string.

use stack_core::json::Site;
use std::borrow::Cow;

/// A text that is made of strings of the template.
#[derive(Debug, PartialEq)]
pub(crate) struct Text<'a> {
    /// The text.
    pub(crate) text: Cow<'a, str>,
    /// The parts that it is made of, in order.
    pub(crate) parts: Vec<Part>,
}

/// A part of such a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Part {
    /// Its length in the text, in bytes.
    pub(crate) length: usize,
    /// The string that it is, or what stands for it.
    pub(crate) site: Site,
    /// Whether it is that string, character by character.
    pub(crate) verbatim: bool,
}

impl<'a> Text<'a> {
    pub(super) fn new(text: Cow<'a, str>, site: Site, verbatim: bool) -> Self {
        let length = text.len();
        Text { text, parts: vec![Part { length, site, verbatim }] }
    }
}
