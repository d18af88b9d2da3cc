//! Strings in quotes, of paths and their filters, as Jayway reads their escapes.

use std::borrow::Cow;

/// The offset of the quote that closes the one at `open`.
pub(in crate::expression) fn closing_quote(text: &str, open: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = open + 1;
    loop {
        match bytes.get(at)? {
            b'\\' => at += 2,
            byte if Some(byte) == bytes.get(open) => return Some(at),
            _ => at += 1,
        }
    }
}

/// The string that is written so between quotes: `\n`, `\u00e4` and the like, and any other character after a
/// backslash is itself. Half of a surrogate pair becomes the replacement character, and so does `\u` without four
/// digits, which Jayway fails with.
pub(in crate::expression) fn unescape(written: &str) -> Cow<'_, str> {
    if !written.contains('\\') {
        return written.into();
    }
    let mut text = String::with_capacity(written.len());
    let mut rest = written;
    while let Some((before, behind)) = rest.split_once('\\') {
        text.push_str(before);
        let mut chars = behind.chars();
        let Some(letter) = chars.next() else {
            // Nothing follows the last one.
            text.push('\\');
            return text.into();
        };
        rest = chars.as_str();
        text.push(match letter {
            'b' => '\u{8}',
            'f' => '\u{c}',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => code_point(&mut rest),
            other => other,
        });
    }
    text.push_str(rest);
    text.into()
}

/// The character whose four digits, or eight with another `\u` between them, the text starts with.
fn code_point(rest: &mut &str) -> char {
    let Some(first) = four_digits(rest) else { return char::REPLACEMENT_CHARACTER };
    if (0xD800..0xDC00).contains(&first)
        && let Some(mut behind) = rest.strip_prefix("\\u")
        && let Some(second) = four_digits(&mut behind)
        && (0xDC00..0xE000).contains(&second)
    {
        *rest = behind;
        let code = 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00);
        return char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER);
    }
    char::from_u32(first).unwrap_or(char::REPLACEMENT_CHARACTER)
}

/// Takes four hexadecimal digits.
fn four_digits(rest: &mut &str) -> Option<u32> {
    let (digits, behind) = rest.split_at_checked(4)?;
    let is_hex = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    let number = u32::from_str_radix(digits, 16).ok().filter(|_| is_hex)?;
    *rest = behind;
    Some(number)
}

#[cfg(test)]
mod tests {
    use super::unescape;

    #[test]
    fn escapes_are_those_of_jayway() {
        for (written, text) in [
            ("plain ä", "plain ä"),
            (r"it\'s", "it's"),
            (r#"\"\\\/\ä"#, "\"\\/ä"),
            (r"\b\f\n\r\t", "\u{8}\u{c}\n\r\t"),
            (r"\u00e4\u00E4", "ää"),
            (r"\ud83d\ude00!", "😀!"),
            (r"\ud83d\u0041", "\u{fffd}A"),
            (r"\ude00", "\u{fffd}"),
            (r"\u12", "\u{fffd}12"),
            (r"\u+123", "\u{fffd}+123"),
            (r"a\", "a\\"),
        ] {
            assert_eq!(unescape(written), text, "{written}");
        }
    }
}
