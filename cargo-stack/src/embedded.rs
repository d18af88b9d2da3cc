//! Texts in strings of other texts: which byte of the file a byte of the string was written as.

use crate::places::Places;
use crate::template::Part;
use std::ops::Range;

/// The places of a text that is made of parts of a document.
pub(crate) fn places<'t>(outer: &str, of: &Places<'_>, inner: &'t str, parts: &[Part]) -> Places<'t> {
    let mut all = Vec::with_capacity(inner.len() + 1);
    let (mut start, mut end) = (0, 0);
    for part in parts {
        let range = of.range(outer, part.site);
        let text = inner.get(start..start + part.length).unwrap_or_default();
        match offsets(outer, range.clone(), text).filter(|_| part.verbatim) {
            // The last one is that of the end.
            Some(known) => {
                end = known.last().copied().unwrap_or(range.end);
                all.extend(known.into_iter().take(text.len()));
            }
            None if parts.len() == 1 => return Places::Made(range),
            None => {
                end = range.end;
                all.extend(std::iter::repeat_n(range.start, text.len()));
            }
        }
        start += part.length;
    }
    all.push(end);
    Places::Embedded(inner, all)
}

/// For every byte of `inner`, and for its end, the byte of `outer` that it comes from; `string` is where it was
/// written. None where that cannot be told, such as in folded lines.
fn offsets(outer: &str, string: Range<usize>, inner: &str) -> Option<Vec<usize>> {
    let source = outer.get(string.clone())?;
    // A tag and an anchor may stand in front of the string.
    let skipped = source.find(['"', '\'', '|', '{', '['])?;
    let start = string.start + skipped;
    let source = source.get(skipped..)?;
    let offsets = match source.as_bytes().first()? {
        b'"' => quoted(source, start),
        b'\'' => doubled(source, start),
        // The parser leaves out the `|` of a block, but for one with a tag.
        _ => lines(outer, start, inner),
    };
    offsets.filter(|offsets| offsets.len() == inner.len() + 1)
}

/// A string in double quotes, with the escapes of JSON.
fn quoted(source: &str, start: usize) -> Option<Vec<usize>> {
    let mut offsets = Vec::new();
    let mut at = 1;
    loop {
        let rest = source.get(at..)?;
        let (written, meant) = match rest.as_bytes() {
            [b'"', ..] => {
                offsets.push(start + at);
                return Some(offsets);
            }
            [b'\\', b'u', ..] => {
                let hex = |from: usize| u32::from_str_radix(rest.get(from..from + 4)?, 16).ok();
                match hex(2)? {
                    0xd800..0xdc00 => (12, 4),
                    code => (6, char::from_u32(code)?.len_utf8()),
                }
            }
            [b'\\', b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't', ..] => (2, 1),
            // A line break in YAML is folded, and its other escapes are rare.
            [b'\\' | b'\n', ..] => return None,
            _ => {
                let length = rest.chars().next()?.len_utf8();
                (length, length)
            }
        };
        offsets.extend((0..meant).map(|byte| start + at + if written == meant { byte } else { 0 }));
        at += written;
    }
}

/// A string of YAML in single quotes.
fn doubled(source: &str, start: usize) -> Option<Vec<usize>> {
    let mut offsets = Vec::new();
    let bytes = source.as_bytes();
    let mut at = 1;
    loop {
        match (bytes.get(at)?, bytes.get(at + 1)) {
            (b'\'', Some(b'\'')) => {
                offsets.push(start + at);
                at += 2;
            }
            (b'\'', _) => {
                offsets.push(start + at);
                return Some(offsets);
            }
            (b'\n', _) => return None,
            _ => {
                offsets.push(start + at);
                at += 1;
            }
        }
    }
}

/// A block whose lines are those of the file without their indentation.
fn lines(outer: &str, start: usize, inner: &str) -> Option<Vec<usize>> {
    let mut offsets = Vec::with_capacity(inner.len() + 1);
    let mut at = match outer.as_bytes().get(start) {
        Some(b'|') => start + outer.get(start..)?.find('\n')? + 1,
        _ => outer.get(..start)?.rfind('\n').map_or(0, |newline| newline + 1),
    };
    for line in inner.split_inclusive('\n') {
        let source = outer.get(at..)?.split_inclusive('\n').next()?;
        let bare = line.trim_end_matches('\n');
        let text = source.trim_end_matches(['\n', '\r']);
        let indent = text.len().checked_sub(bare.len())?;
        if !text.ends_with(bare) || !text.get(..indent)?.trim().is_empty() {
            return None;
        }
        offsets.extend((0..bare.len()).map(|byte| at + indent + byte));
        offsets.extend((bare.len()..line.len()).map(|_| at + text.len()));
        at += source.len();
    }
    offsets.push(at.min(outer.len()));
    Some(offsets)
}

#[cfg(test)]
mod tests {
    use super::offsets;

    /// The text of the file from where the first `x` of the inner text comes.
    fn from_x<'o>(outer: &'o str, string: &str, inner: &str) -> Option<&'o str> {
        let at = outer.find(string).unwrap();
        let offsets = offsets(outer, at..at + string.len(), inner)?;
        Some(&outer[offsets[inner.find('x').unwrap()]..])
    }

    #[test]
    fn escapes_are_followed() {
        let outer = r#"{ "a": "ä\n\u00e4\ud83d\ude00\"x\"" }"#;
        assert_eq!(from_x(outer, r#""ä\n\u00e4\ud83d\ude00\"x\"""#, "ä\nä😀\"x\""), Some("x\\\"\" }"));
        assert_eq!(from_x("a: 'it''s x'", "'it''s x'", "it's x"), Some("x'"));
        assert_eq!(from_x("a: !Sub \"{x}\"", "!Sub \"{x}\"", "{x}"), Some("x}\""));
    }

    #[test]
    fn blocks_are_followed_line_by_line() {
        let outer = "a: |\n    {\n\n      \"ä\": x\n    }\nb: 1\n";
        let tagged = "a: !Sub |\n    x }\nb: 1\n";
        assert_eq!(from_x(tagged, "!Sub |\n    x }\n", "x }\n"), Some("x }\nb: 1\n"));
        assert_eq!(
            from_x(outer, "{\n\n      \"ä\": x\n    }\n", "{\n\n  \"ä\": x\n}\n"),
            Some("x\n    }\nb: 1\n")
        );
    }

    #[test]
    fn what_cannot_be_followed_is_nothing() {
        assert_eq!(from_x("a: >\n  {\n  x }\n", "{\n  x }\n", "{ x }\n"), None);
        assert_eq!(from_x("a: \"{\n  x }\"", "\"{\n  x }\"", "{ x }"), None);
    }
}
