//! Strings of JSON that are safe to print: what is not seen is escaped, too, and so are commands to CI systems.
//!
//! JSON itself escapes the control characters below U+0020 only.

use stack_core::finding::{is_command, is_unprintable};
use stack_core::json::write;
use std::fmt::Write;

/// Appends a string in quotation marks.
pub(super) fn string(text: &str, out: &mut String) {
    let start = out.len();
    write::string(text, out);
    if let Some(safe) = out.get(start..).and_then(escaped) {
        out.truncate(start);
        out.push_str(&safe);
    }
}

/// A text of JSON, in which such characters can stand in strings only.
pub(crate) fn json(text: String) -> String {
    escaped(&text).unwrap_or(text)
}

/// The text with escapes, if it needs any.
fn escaped(text: &str) -> Option<String> {
    if text.bytes().all(|byte| byte.is_ascii() && byte != b'#' && byte != 0x7f) {
        return None;
    }
    let mut safe = String::with_capacity(text.len());
    for (at, character) in text.char_indices() {
        let is_special = match character {
            '#' => text.get(at..).is_some_and(is_command),
            '\n' => false,
            other => is_unprintable(other),
        };
        if is_special {
            // Writing to a string cannot fail. All of them have four digits.
            let _ = write!(safe, "\\u{:04x}", u32::from(character));
        } else {
            safe.push(character);
        }
    }
    Some(safe)
}

#[cfg(test)]
mod tests {
    use super::{json, string};

    #[test]
    fn a_reader_of_json_gets_what_was_meant() {
        let text = "ä \u{9b}31m \u{202e} ##[add-mask]x #\u{7f}\n\u{1b}";
        let mut quoted = String::new();
        string(text, &mut quoted);
        assert_eq!(quoted, r##""ä \u009b31m \u202e \u0023#[add-mask]x #\u007f\n\u001b""##);
        assert_eq!(serde_json::from_str::<String>(&quoted).unwrap(), text);
        assert_eq!(json("{\n  \"a\": \"\u{202e}\"\n}\n".into()), "{\n  \"a\": \"\\u202e\"\n}\n");
    }
}
