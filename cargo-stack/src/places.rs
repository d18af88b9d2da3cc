//! From the core's sites to bytes of a file, and from bytes to lines, columns and excerpts.

use crate::diagnostic::Place;
use crate::embedded::Embedded;
use crate::template::Part;
use stack_core::json::Site;
use std::ops::Range;

/// The longest part of a line that is kept for an excerpt, in bytes.
const MAX_EXCERPT_BYTES: usize = 400;

/// What the sites of a document stand for.
#[derive(Debug)]
pub(crate) enum Places<'t> {
    /// Byte offsets, as core's reader of JSON issues them.
    Offsets,
    /// Numbers of a table, as the reader of YAML issues them.
    Table(Vec<Range<usize>>),
    /// Byte offsets in a text inside the document.
    Embedded(Embedded<'t>),
    /// Byte offsets in a text of which only this is known: from which bytes of the document it was made.
    Made(Range<usize>),
}

impl<'t> Places<'t> {
    /// Those of a text that is made of parts of a document, whose places are `of`.
    pub(crate) fn embedded(outer: &str, of: &Places<'_>, inner: &'t str, parts: &[Part]) -> Self {
        match Embedded::new(outer, &|site| of.range(outer, site), inner, parts) {
            Ok(embedded) => Places::Embedded(embedded),
            Err(range) => Places::Made(range),
        }
    }

    /// The bytes of the token that a site stands for.
    pub(crate) fn range(&self, text: &str, site: Site) -> Range<usize> {
        let number = usize::try_from(site.0).unwrap_or(usize::MAX);
        let range = match self {
            Places::Offsets => stack_core::json::range(text, site),
            Places::Embedded(inner) => inner.range(stack_core::json::range(inner.text, site), text),
            Places::Made(range) => range.clone(),
            Places::Table(table) => table.get(number).cloned().unwrap_or(text.len()..text.len()),
        };
        if range.start < text.len() {
            return range;
        }
        // The end of a text is where its last line ends, not behind the blank lines after it.
        let end = text.trim_end().len();
        end..end
    }
}

/// Finds lines and columns; quick when it is asked in the order of the text.
pub(crate) struct Lines<'t> {
    text: &'t str,
    /// The last place: its offset, the start of its line, its line and its column.
    at: usize,
    start: usize,
    line: usize,
    column: usize,
}

impl<'t> Lines<'t> {
    /// At the start of a text.
    pub(crate) fn new(text: &'t str) -> Self {
        // A mark at the very start has no width.
        let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        Lines { text, at: start, start, line: 1, column: 1 }
    }

    /// What people need to find these bytes of the text.
    pub(crate) fn place(&mut self, range: Range<usize>, pointer: String) -> Place {
        self.advance_to(range.start);
        let (excerpt, span) = self.excerpt(range.end);
        let whole = span.start == self.at - self.start;
        Place { pointer, line: self.line, column: self.column, excerpt, whole, span }
    }

    /// The line and the column of a byte.
    pub(crate) fn line_col(&mut self, at: usize) -> (usize, usize) {
        self.advance_to(at);
        (self.line, self.column)
    }

    fn advance_to(&mut self, to: usize) {
        if to < self.at {
            *self = Lines::new(self.text);
        }
        let passed = self.text.get(self.at..to).unwrap_or_default();
        match passed.rfind('\n') {
            None => self.column += passed.chars().count(),
            Some(last) => {
                self.line += newlines(passed);
                self.start = self.at + last + 1;
                self.column = passed[last + 1..].chars().count() + 1;
            }
        }
        self.at += passed.len();
    }

    /// The line, or the part of it around the place, and the token in it, which ends at `end` at the latest.
    fn excerpt(&self, end: usize) -> (String, Range<usize>) {
        let text = self.text;
        let boundary = |mut at: usize| {
            while !text.is_char_boundary(at) {
                at -= 1;
            }
            at
        };
        let near = self.at - self.start <= MAX_EXCERPT_BYTES / 2;
        let from = if near { self.start } else { boundary(self.at - MAX_EXCERPT_BYTES / 4) };
        let to = boundary(text.len().min(from + MAX_EXCERPT_BYTES));
        let window = &text[from..to];
        let until = window[self.at - from..].find('\n').map_or(to, |newline| self.at + newline);
        let excerpt = text[from..until].trim_end();
        let span = self.at.min(from + excerpt.len())
            ..end.min(from + excerpt.len()).max(self.at.min(from + excerpt.len()));
        (excerpt.to_owned(), span.start - from..span.end - from)
    }
}

/// How many lines end in the text. The chunks are so short that a `u8` can count in each: the compiler then compares
/// many bytes at once.
fn newlines(text: &str) -> usize {
    let chunks = text.as_bytes().chunks(usize::from(u8::MAX));
    chunks.map(|chunk| usize::from(chunk.iter().map(|&byte| u8::from(byte == b'\n')).sum::<u8>())).sum()
}

#[cfg(test)]
mod tests {
    use super::{Lines, newlines};

    #[test]
    fn every_newline_counts() {
        for length in [0, 1, 254, 255, 256, 1000] {
            assert_eq!(newlines(&"\n".repeat(length)), length);
            assert_eq!(newlines(&"ä\n".repeat(length)), length);
        }
    }

    fn place(text: &str, token: &str) -> (usize, usize, String) {
        let at = text.find(token).unwrap();
        let place = Lines::new(text).place(at..at + token.len(), String::new());
        (place.line, place.column, place.excerpt[place.span].to_owned())
    }

    #[test]
    fn lines_and_columns_count_from_one_and_in_characters() {
        let text = "\u{feff}{\r\n\t\"ä\": \"ö\",\r\n  \"x\": 1 }";
        assert_eq!(place(text, "{"), (1, 1, "{".into()));
        assert_eq!(place(text, "\"ö\""), (2, 7, "\"ö\"".into()));
        assert_eq!(place(text, "1"), (3, 8, "1".into()));
    }

    #[test]
    fn places_may_be_asked_in_any_order_and_a_part_of_a_long_line_is_kept() {
        let text = format!("[\n{}here{}]", "ä".repeat(10_000), "ö".repeat(10_000));
        let mut lines = Lines::new(&text);
        let at = text.find("here").unwrap();
        let place = lines.place(at..text.len(), String::new());
        assert_eq!((place.line, place.column), (2, 10_001));
        assert!(place.excerpt.len() <= 400 && place.excerpt[place.span].starts_with("here"));
        assert_eq!(lines.place(0..1, String::new()).line, 1);
        assert_eq!(lines.place(text.len()..text.len(), String::new()).line, 2);
    }
}
