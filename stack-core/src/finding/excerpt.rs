//! Places in a text, for people: line and column, and the line itself with carets below.

use super::printable::{is_command, is_unprintable};
use std::ops::Range;

/// The longest piece of a line that an excerpt shows, in characters.
const MAX_SHOWN_CHARS: usize = 100;

/// The line and the column of a byte, both from 1. Columns are characters, not bytes.
pub fn line_col(text: &str, at: usize) -> (usize, usize) {
    let (start, at) = line_start(text, at);
    let before = text.get(..start).unwrap_or_default();
    let column = text.get(start..at).unwrap_or_default().chars().count();
    (before.matches('\n').count() + 1, column + 1)
}

/// The line of a token, and below it carets under what of the token is in that line, or under its first character.
///
/// Control characters become blanks; of a long line only some 100 characters around the token are shown.
pub fn excerpt(text: &str, token: Range<usize>) -> String {
    let (start, at) = line_start(text, token.start);
    let line = text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default();
    let end = boundary(text, token.end).max(at);
    marked(["", ""], line, at - start..end - start, MAX_SHOWN_CHARS)
}

/// A line between two marks, without what is not seen or is a command to a CI system, and below it carets under some of its bytes, or under the first of them.
///
/// Of a line that is longer than `width` characters, only so many around the place are shown, and no more is looked at:
/// there may be a fault in every word of a line of a megabyte.
pub(crate) fn marked([open, close]: [&str; 2], line: &str, place: Range<usize>, width: usize) -> String {
    let (before, after) = line.split_at_checked(place.start).unwrap_or((line, ""));
    let lead = match line.chars().nth(width) {
        None => width,
        // A third of the room is for what stands in front, more if there is less behind.
        Some(_) => width - after.chars().take(width - width / 3).count(),
    };
    let start = before.char_indices().rev().take(lead).last().map_or(before.len(), |(at, _)| at);
    let column = before.get(start..).unwrap_or_default().chars().count();
    let rest = line.get(start..).unwrap_or_default();
    let mut characters = rest.char_indices();
    // One character stands for each, so that the carets are below the right ones.
    let shown = |(at, character): (usize, char)| match character {
        '#' if rest.get(at..).is_some_and(is_command) => char::REPLACEMENT_CHARACTER,
        control if control.is_control() => ' ',
        other if is_unprintable(other) => char::REPLACEMENT_CHARACTER,
        plain => plain,
    };
    let shown: String = characters.by_ref().take(width).map(shown).collect();
    let left = if start > 0 { "..." } else { "" };
    let right = if characters.next().is_some() { "..." } else { "" };

    let token = after.get(..place.len()).unwrap_or(after);
    let carets = token.chars().take(width.saturating_sub(column)).count().max(1);
    let indent = open.chars().count() + left.len() + column;
    format!("{open}{left}{shown}{right}{close}\n{}{}", " ".repeat(indent), "^".repeat(carets))
}

/// The start of the character that the byte belongs to, or the end of the text.
fn boundary(text: &str, mut at: usize) -> usize {
    at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// The offsets of the line's start and of the place, both on character boundaries of the text.
fn line_start(text: &str, at: usize) -> (usize, usize) {
    let at = boundary(text, at);
    let start = text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |newline| newline + 1);
    // The mark at the very start of a text has no width.
    let mark = if start == 0 && text.starts_with('\u{feff}') { 3 } else { 0 };
    (start.max(mark), at.max(mark))
}

#[cfg(test)]
mod tests {
    use super::{excerpt, line_col};
    use crate::json::token;

    fn at(text: &str, part: &str) -> usize {
        text.find(part).unwrap()
    }

    fn under(text: &str, part: &str) -> String {
        let at = at(text, part);
        excerpt(text, at..at + token(text, at).len())
    }

    #[test]
    fn lines_and_columns_count_from_one_and_in_characters() {
        let text = "{\r\n\t\"ä\": \"ö\",\n  \"x\": 1 }";
        assert_eq!(line_col(text, 0), (1, 1));
        assert_eq!(line_col(text, at(text, "\"ö")), (2, 7));
        assert_eq!(line_col(text, at(text, "1 ")), (3, 8));
        assert_eq!(line_col(text, usize::MAX), (3, 11));
        assert_eq!(line_col("\u{feff}{", 3), (1, 1));
        assert_eq!(line_col("", 5), (1, 1));
    }

    #[test]
    fn carets_stand_under_the_whole_token() {
        let text = "{\n\t\"Next\": \"bä\\\"l\", \"End\": true, \"a\": [-12]\n}";
        assert_eq!(
            under(text, "\"b"),
            " \"Next\": \"bä\\\"l\", \"End\": true, \"a\": [-12]\n         ^^^^^^^"
        );
        assert!(under(text, "true").ends_with("\n                         ^^^^"));
        assert!(under(text, "[").ends_with(" ^"));
        assert!(under(text, "-12").ends_with(" ^^^"));
        assert_eq!(under("{ \"open", "\"open"), "{ \"open\n  ^^^^^");
        assert_eq!(excerpt("a: >-\n  b", 3..9), "a: >-\n   ^^");
        assert_eq!(excerpt("ä", 1..1), "ä\n^");
        assert_eq!(excerpt("", 0..0), "\n^");
    }

    #[test]
    fn of_a_long_line_the_part_around_the_token_is_shown() {
        let text = format!("[{} \"here\", {}]", "1, ".repeat(100), "2, ".repeat(100));
        let shown = under(&text, "\"here");
        let (line, carets) = shown.split_once('\n').unwrap();
        assert!(line.starts_with("...") && line.ends_with("...") && line.len() <= 110, "{line}");
        assert_eq!(line.find("\"here\""), carets.find("^^^^^^"));
    }
}
