//! A fault inside a string: which of its bytes, and the piece of it that people are shown, with carets below.

use super::excerpt::marked;
use std::ops::Range;

/// The longest piece of a string that is shown, in characters.
const MAX_SHOWN_CHARS: usize = 72;

/// A place inside of a string.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inside {
    /// The bytes of the string.
    pub bytes: Range<usize>,
    /// What of the string is near: there may be a fault in every word of a string of a megabyte.
    piece: String,
    /// The bytes of the piece.
    place: Range<usize>,
}

impl Inside {
    /// `length` bytes of a text, from `offset` on.
    pub(crate) fn new(text: &str, offset: usize, length: usize) -> Self {
        let bytes = offset..offset.saturating_add(length);
        let (before, after) = text.split_at_checked(offset).unwrap_or((text, ""));
        // One character more than can be shown, so that it is seen that something was left out.
        let start = before.char_indices().rev().nth(MAX_SHOWN_CHARS).map_or(0, |(at, _)| at);
        let end = after.char_indices().nth(MAX_SHOWN_CHARS + 1).map_or(after.len(), |(at, _)| at);
        let piece = [before.get(start..), after.get(..end)].map(Option::unwrap_or_default).concat();
        Inside { place: offset.saturating_sub(start)..bytes.end.saturating_sub(start), bytes, piece }
    }

    /// The string in backticks, and below it carets under the place.
    ///
    /// Control characters become blanks; of a long string only the part around the place is shown.
    pub fn excerpt(&self) -> String {
        marked(["in `", "`"], &self.piece, self.place.clone(), MAX_SHOWN_CHARS)
    }
}

#[cfg(test)]
mod tests {
    use super::{Inside, MAX_SHOWN_CHARS, marked};

    fn excerpt(text: &str, offset: usize, length: usize) -> String {
        Inside::new(text, offset, length).excerpt()
    }

    #[test]
    fn carets_stand_under_the_place() {
        assert_eq!(excerpt("$.a[0", 3, 1), "in `$.a[0`\n       ^");
        assert_eq!(excerpt("'ä\n', x", 6, 1), "in `'ä ', x`\n         ^");
        assert_eq!(excerpt("$.", 2, 1), "in `$.`\n      ^");
        assert_eq!(excerpt("States.Foo()", 0, 10), "in `States.Foo()`\n    ^^^^^^^^^^");
        assert_eq!(excerpt("", 7, 9), "in ``\n    ^");
    }

    #[test]
    fn of_a_long_string_the_part_around_the_place_is_shown() {
        let text = format!("{}here{}", "a".repeat(200), "b".repeat(200));
        let shown = excerpt(&text, 200, 4);
        let (line, carets) = shown.split_once('\n').unwrap();
        assert!(line.starts_with("in `...a") && line.ends_with("b...`"), "{line}");
        assert_eq!(line.find("here"), carets.find("^^^^"));
        let shown = excerpt(&text, 403, 1);
        assert!(shown.lines().next().unwrap().ends_with("b`"));
        assert!(excerpt(&text, 2, 300).lines().nth(1).unwrap().len() < 90);
    }

    #[test]
    fn the_piece_is_all_that_the_excerpt_needs() {
        for (before, after) in (0..200).step_by(7).flat_map(|n| (0..200).step_by(7).map(move |m| (n, m))) {
            let text = format!("{}{}", "ä".repeat(before), "ö".repeat(after));
            for length in [0, 1, 2, 9, 300] {
                let offset = "ä".len() * before;
                let whole = marked(["in `", "`"], &text, offset..offset + length, MAX_SHOWN_CHARS);
                assert_eq!(excerpt(&text, offset, length), whole);
                assert!(Inside::new(&text, offset, length).piece.chars().count() <= 2 * MAX_SHOWN_CHARS + 2);
            }
        }
    }
}
