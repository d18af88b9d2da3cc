//! Where runs of bytes and tokens of a JSON text end.
//!
//! Eight bytes are looked at together: byte by byte, a whole check of 60 workflows takes 10 % more instructions and
//! 25 % more time (reading and checking, release build).

use crate::json::Site;
use std::ops::Range;

/// Eight times the same byte.
const fn each(byte: u8) -> u64 {
    u64::from_le_bytes([byte; 8])
}

/// How many of the first of eight bytes are spaces.
pub(crate) fn spaces(bytes: u64) -> u32 {
    (bytes ^ each(b' ')).trailing_zeros() / 8
}

/// How many of the first of eight bytes are no quote, no backslash and no control character.
///
/// A byte that is smaller than what is taken from it borrows, which sets its highest bit. The borrow may make the
/// bytes behind it seem special, too, but the first one counts.
pub(crate) fn plain(bytes: u64) -> u32 {
    let control = bytes.wrapping_sub(each(b' '));
    let quote = (bytes ^ each(b'"')).wrapping_sub(each(1));
    let backslash = (bytes ^ each(b'\\')).wrapping_sub(each(1));
    // Bytes with the highest bit of their own are parts of characters.
    ((control | quote | backslash) & !bytes & each(0x80)).trailing_zeros() / 8
}

/// The bytes of the token of JSON that a place stands for.
pub fn range(text: &str, site: Site) -> Range<usize> {
    let at = usize::try_from(site.0).unwrap_or(usize::MAX);
    at..at.saturating_add(token(text, at).len())
}

/// The token that starts at the offset: a string, a number, a word, or one character.
pub fn token(text: &str, at: usize) -> &str {
    let rest = text.get(at..).unwrap_or_default();
    let bytes = rest.as_bytes();
    let end = match bytes.first() {
        Some(b'"') => {
            let mut escaped = false;
            let close = bytes.iter().skip(1).position(|&byte| {
                let close = byte == b'\n' || (byte == b'"' && !escaped);
                escaped = byte == b'\\' && !escaped;
                close
            });
            close.map_or(rest.len(), |close| close + 1 + usize::from(bytes.get(close + 1) == Some(&b'"')))
        }
        _ => {
            let ends = |&byte: &u8| !(byte.is_ascii_alphanumeric() || b"+-._".contains(&byte));
            match bytes.iter().position(ends) {
                // Nearly all are of ASCII.
                Some(end) if end > 0 && bytes.get(end).is_some_and(u8::is_ascii) => end,
                _ => rest
                    .char_indices()
                    .find(|&(_, c)| !(c.is_alphanumeric() || "+-._".contains(c)))
                    .map_or(rest.len(), |(i, c)| if i == 0 { c.len_utf8() } else { i }),
            }
        }
    };
    rest.get(..end).unwrap_or(rest)
}

/// Whether the text is a number by JSON's grammar.
pub fn is_number(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    // Most are plain.
    if digits(text) {
        return text == "0" || !text.starts_with('0');
    }
    let text = text.strip_prefix('-').unwrap_or(text);
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, exponent.strip_prefix(['+', '-']).unwrap_or(exponent)),
        None => (text, "0"),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, "0"));
    digits(whole) && digits(fraction) && digits(exponent) && (whole == "0" || !whole.starts_with('0'))
}
