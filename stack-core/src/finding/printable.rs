//! Texts of others as they are shown: nothing in them moves the cursor, starts a line, turns the direction of writing
//! or is a command to a CI system, and none is longer than people read.
//!
//! Names and values come from files of strangers. A state may be called `"\u001b]0;..."` or `"a\n::add-mask::x"`.

use std::borrow::Cow;
use std::fmt::Write;

/// The longest name or value that a message quotes whole, in bytes. AWS's names are shorter, and so are most others.
const MAX_QUOTED_BYTES: usize = 240;

/// Of a longer one so many characters are shown.
const MAX_SHOWN_CHARS: usize = 100;

/// A message has no more bytes, whatever it quotes.
const MAX_MESSAGE_BYTES: usize = 3000;

/// Whether a character is none that is seen: a control character, or one that changes the direction of the text or
/// ends a line.
pub fn is_unprintable(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}'
        )
}

/// Whether a command to a CI system begins here: `##[add-mask]x` and `##vso[..]` count anywhere in a line.
pub fn is_command(text: &str) -> bool {
    let after =
        text.strip_prefix("##").map(|after| after.trim_start_matches(|c: char| c.is_ascii_alphabetic()));
    after.is_some_and(|after| after.starts_with('['))
}

/// The text with such characters as JSON writes them, `\u001b` and `\n`, on one line.
pub fn printable(text: &str) -> Cow<'_, str> {
    if is_plain(text) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    for (at, character) in text.char_indices() {
        let is_special = match character {
            '#' => text.get(at..).is_some_and(is_command),
            other => is_unprintable(other),
        };
        match character {
            _ if !is_special => shown.push(character),
            '\n' => shown.push_str("\\n"),
            '\r' => shown.push_str("\\r"),
            '\t' => shown.push_str("\\t"),
            // Writing to a string cannot fail. All of them have four digits.
            other => drop(write!(shown, "\\u{:04x}", u32::from(other))),
        }
    }
    Cow::Owned(shown)
}

/// Whether nothing in a text needs a second look, as is usual.
fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b' '..=b'~') && byte != b'#')
}

/// A name or value as a message quotes it: of a long one the start.
///
/// Where the same name is quoted in many messages it has to be cut before they are made.
pub fn shortened(text: &str) -> Cow<'_, str> {
    if text.len() <= MAX_QUOTED_BYTES {
        return Cow::Borrowed(text);
    }
    let end = text.char_indices().nth(MAX_SHOWN_CHARS).map_or(text.len(), |(at, _)| at);
    Cow::Owned(format!("{}...", text.get(..end).unwrap_or_default()))
}

/// A message as it is shown: printable, what it quotes in backticks shortened.
pub(super) fn message(text: String) -> String {
    let text = match printable(&text) {
        Cow::Owned(printable) => printable,
        Cow::Borrowed(_) => text,
    };
    if text.len() <= MAX_QUOTED_BYTES {
        return text;
    }
    let mut shown = String::with_capacity(text.len().min(MAX_MESSAGE_BYTES));
    for (number, part) in text.split('`').enumerate() {
        if number > 0 {
            shown.push('`');
        }
        shown.push_str(&shortened(part));
        if shown.len() > MAX_MESSAGE_BYTES {
            let end = (0..=MAX_MESSAGE_BYTES).rev().find(|&at| shown.is_char_boundary(at)).unwrap_or(0);
            shown.truncate(end);
            shown.push_str("...");
            break;
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::{MAX_MESSAGE_BYTES, message, printable, shortened};

    #[test]
    fn what_is_not_seen_is_written_as_json_writes_it() {
        assert_eq!(printable("Bestätigung # 1 → done"), "Bestätigung # 1 → done");
        assert_eq!(printable("a\u{1b}[31m\r\n\tb\u{7f}\u{9b}"), "a\\u001b[31m\\r\\n\\tb\\u007f\\u009b");
        assert_eq!(printable("a\u{202e}b\u{2066}\u{200f}\u{2028}"), "a\\u202eb\\u2066\\u200f\\u2028");
    }

    #[test]
    fn commands_of_ci_systems_are_none_any_more() {
        assert_eq!(printable("a\n::add-mask::x"), "a\\n::add-mask::x");
        assert_eq!(printable("a ##[add-mask]x"), "a \\u0023#[add-mask]x");
        assert_eq!(printable("##vso[task.setvariable]x"), "\\u0023#vso[task.setvariable]x");
        assert_eq!(printable("###[x]"), "#\\u0023#[x]");
        assert_eq!(printable("## a [b]"), "## a [b]");
    }

    #[test]
    fn of_a_long_name_the_start_is_quoted() {
        assert_eq!(shortened("ä"), "ä");
        assert_eq!(shortened(&"ä".repeat(1000)), format!("{}...", "ä".repeat(100)));
        let long = format!("`{}` is not `{}`", "a".repeat(1000), "b".repeat(2000));
        assert_eq!(message(long), format!("`{}...` is not `{}...`", "a".repeat(100), "b".repeat(100)));
        let whole = format!("`{}` is not `b`", "a".repeat(200));
        assert_eq!(message(whole.clone()), whole);
    }

    #[test]
    fn no_message_is_longer_than_people_read() {
        let many = "`ä` ".repeat(10_000);
        assert!(message(many).len() <= MAX_MESSAGE_BYTES + 3);
    }
}
