//! Rust's literals as JSON values: strings exactly, numbers digit for digit, the rest refused with the fix.

use stack_core::json::is_number;
use std::iter::Peekable;
use std::str::Chars;

/// What a literal is in JSON.
#[derive(Debug, PartialEq)]
pub(crate) enum Value {
    /// The text of a string.
    String(String),
    /// A number of JSON's grammar.
    Number(String),
}

/// A literal that JSON does not have.
#[derive(Debug, PartialEq)]
pub(crate) struct Refusal {
    /// What it is.
    pub(crate) message: String,
    /// What to write instead.
    pub(crate) help: String,
}

/// Reads the text of a literal; `sign` is `-` if one stands before it, else nothing.
pub(crate) fn read(sign: &str, text: &str) -> Result<Value, Refusal> {
    let refuse = |message: &str, help: String| Err(Refusal { message: message.into(), help });
    match text.as_bytes().first() {
        Some(b'"' | b'r') if sign.is_empty() => match string(text) {
            Some(text) => Ok(Value::String(text)),
            None => refuse(&format!("`{text}` has a suffix"), "write the string without it".into()),
        },
        Some(b'"' | b'r') => refuse("a string has no sign", "put the `-` into the string".into()),
        Some(b'\'') => {
            let inner = text.trim_matches('\'');
            refuse("strings must be in double quotes", format!("write `\"{inner}\"`"))
        }
        Some(b'b') => refuse("JSON has no byte strings", "write the string without the `b`".into()),
        Some(b'c') => refuse("JSON has no C strings", "write the string without the `c`".into()),
        _ => number(sign, text),
    }
}

fn number(sign: &str, text: &str) -> Result<Value, Refusal> {
    let whole = format!("{sign}{text}");
    if is_number(&whole) {
        return Ok(Value::Number(whole));
    }
    let (message, fix) = unlike_json(text);
    let help = match fix {
        Some(fix) if is_number(&fix) => format!("write `{sign}{fix}`"),
        _ => "numbers are written as in JSON: `10`, `-0.5`, `1e6`".into(),
    };
    Err(Refusal { message: format!("`{whole}` {message}"), help })
}

/// Why the text is not a number of JSON, and what might be meant.
fn unlike_json(text: &str) -> (&'static str, Option<String>) {
    let radix = match text.get(..2) {
        Some("0x") => Some(16),
        Some("0o") => Some(8),
        Some("0b") => Some(2),
        _ => None,
    };
    if let Some(radix) = radix {
        let digits = text.get(2..).unwrap_or_default().replace('_', "");
        let value = u128::from_str_radix(&digits, radix).ok();
        return ("is not decimal, as JSON numbers are", value.map(|value| value.to_string()));
    }
    let suffix = text.find(|c: char| c.is_alphabetic() && !matches!(c, 'e' | 'E'));
    if let Some(at) = suffix {
        let bare = text.get(..at).unwrap_or_default();
        return ("has a suffix, which JSON numbers do not have", Some(tidy(bare)));
    }
    if text.contains('_') {
        return ("has an underscore, which JSON numbers do not have", Some(tidy(text)));
    }
    if text.ends_with(['e', 'E']) {
        return ("has no digits in its exponent", Some(tidy(text.trim_end_matches(['e', 'E']))));
    }
    if text.ends_with('.') {
        return ("has no digits after the point", Some(tidy(text)));
    }
    ("starts with a zero, which JSON numbers do not", Some(tidy(text)))
}

/// The nearest number of JSON.
fn tidy(text: &str) -> String {
    let text = text.replace('_', "");
    let text = text.trim_end_matches('.');
    let trimmed = text.trim_start_matches('0');
    let zero = if trimmed.starts_with(|c: char| c.is_ascii_digit()) { "" } else { "0" };
    format!("{zero}{trimmed}")
}

/// The text of a string literal, cooked or raw; none if it has a suffix.
fn string(literal: &str) -> Option<String> {
    if let Some(raw) = literal.strip_prefix('r') {
        let quoted = raw.trim_start_matches('#');
        let hashes = raw.get(..raw.len() - quoted.len())?;
        return Some(quoted.strip_prefix('"')?.strip_suffix(hashes)?.strip_suffix('"')?.into());
    }
    let inner = literal.strip_prefix('"')?.strip_suffix('"')?;
    if !inner.contains('\\') {
        return Some(inner.into());
    }
    let mut text = String::with_capacity(inner.len());
    let mut rest = inner.chars().peekable();
    while let Some(character) = rest.next() {
        match character {
            '\\' => escape(&mut rest, &mut text)?,
            character => text.push(character),
        }
    }
    Some(text)
}

/// What follows a backslash.
fn escape(rest: &mut Peekable<Chars<'_>>, text: &mut String) -> Option<()> {
    let character = match rest.next()? {
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        '0' => '\0',
        'x' => char::from_u32(hex(rest.by_ref().take(2))?)?,
        'u' => {
            rest.next();
            char::from_u32(hex(rest.by_ref().take_while(|&c| c != '}').filter(|&c| c != '_'))?)?
        }
        // A backslash at the end of a line swallows the white space up to the next character.
        '\n' => {
            while rest.peek().is_some_and(|c| c.is_ascii_whitespace()) {
                rest.next();
            }
            return Some(());
        }
        quoted => quoted,
    };
    text.push(character);
    Some(())
}

fn hex(digits: impl Iterator<Item = char>) -> Option<u32> {
    u32::from_str_radix(&digits.collect::<String>(), 16).ok()
}

#[cfg(test)]
mod tests {
    use super::{Value, read};

    #[track_caller]
    fn refused(sign: &str, text: &str, help: &str) {
        let refusal = read(sign, text).expect_err("it is no value of JSON");
        assert_eq!(refusal.help, help, "{}", refusal.message);
    }

    #[test]
    fn strings_are_unescaped_exactly() {
        let cases = [
            (r#""plain""#, "plain"),
            (r#""a\n\t\r\\\"\'\0b""#, "a\n\t\r\\\"'\0b"),
            (r#""\x41\u{e9}\u{1_F600}""#, "A\u{e9}\u{1f600}"),
            ("\"one \\\n    two\"", "one two"),
            ("r\"a\\b\"", "a\\b"),
            ("r##\"a \"# b\"##", "a \"# b"),
            ("\"\"", ""),
        ];
        for (literal, text) in cases {
            assert_eq!(read("", literal), Ok(Value::String(text.into())));
        }
    }

    #[test]
    fn numbers_keep_their_digits() {
        for text in ["0", "10", "1.50", "1e400", "2E-7", "123456789012345678901234567890", "0.10"] {
            assert_eq!(read("", text), Ok(Value::Number(text.into())));
            assert_eq!(read("-", text), Ok(Value::Number(format!("-{text}"))));
        }
    }

    #[test]
    fn other_literals_are_refused_with_the_fix() {
        refused("", "01", "write `1`");
        refused("-", "007", "write `-7`");
        refused("", "00.5", "write `0.5`");
        refused("", "1_000", "write `1000`");
        refused("", "0x10", "write `16`");
        refused("", "0b1010_1010", "write `170`");
        refused("", "1.5f32", "write `1.5`");
        refused("-", "1u8", "write `-1`");
        refused("", "1.", "write `1`");
        refused("", "'a'", "write `\"a\"`");
        refused("", "b\"a\"", "write the string without the `b`");
        refused("", "c\"a\"", "write the string without the `c`");
        refused("", "\"a\"x", "write the string without it");
        refused("", "r\"a\"x", "write the string without it");
    }
}
