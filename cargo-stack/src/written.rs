//! Strings as they are written: which byte of a document a byte of a string was written as, and how another text would
//! be written in its place.

use stack_core::json::write;
use std::ops::Range;

/// How a string is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    /// In double quotes, with JSON's escapes.
    Double,
    /// In single quotes, which are doubled inside, as YAML has it.
    Single,
    /// Without quotes, in a line of YAML.
    Plain,
    /// As lines of YAML behind a `|`.
    Literal,
    /// As lines of YAML behind a `>`, of which none was folded.
    Folded,
}

/// A string as it is written.
#[derive(Debug)]
pub(crate) struct Written {
    /// How.
    pub(crate) style: Style,
    /// For every byte of the string, and for its end, the byte of the document that it comes from.
    pub(crate) offsets: Vec<usize>,
}

impl Style {
    /// A text in the middle of a string of that style; none if it cannot stand there.
    pub(crate) fn escape(self, text: &str) -> Option<String> {
        let is_one_line = !text.chars().any(char::is_control);
        match self {
            Style::Double => {
                let mut quoted = String::new();
                write::string(text, &mut quoted);
                quoted.get(1..quoted.len() - 1).map(str::to_owned)
            }
            Style::Single => is_one_line.then(|| text.replace('\'', "''")),
            Style::Plain | Style::Literal => is_one_line.then(|| text.to_owned()),
            // One line more or less, and they mean something else.
            Style::Folded => None,
        }
    }
}

impl Written {
    /// The byte of the document in front of which a byte of the string stands, as the end of what is before it: the end of
    /// a block's last line, and not the start of the next one.
    pub(crate) fn end(&self, inner: &str, at: usize) -> Option<usize> {
        match (self.style, at.checked_sub(1)) {
            (Style::Literal, Some(last)) if inner.as_bytes().get(last) != Some(&b'\n') => {
                self.offsets.get(last).map(|last| last + 1)
            }
            _ => self.offsets.get(at).copied(),
        }
    }

    /// Some bytes of the string, as those of the document, and how a text is written in their place. None if it cannot
    /// stand there.
    pub(crate) fn replace(
        &self,
        inner: &str,
        bytes: Range<usize>,
        text: &str,
    ) -> Option<(Range<usize>, String)> {
        let is_first = inner.get(..bytes.start)?.chars().next_back().is_none_or(|before| before == '\n');
        // Blanks at the start of a block's line would be its indentation.
        let is_indented = is_first && !text.starts_with(|first: char| !first.is_whitespace());
        if self.style == Style::Literal && (inner.get(bytes.clone())?.contains('\n') || is_indented) {
            return None;
        }
        let start =
            if bytes.is_empty() { self.end(inner, bytes.start)? } else { *self.offsets.get(bytes.start)? };
        Some((start..self.end(inner, bytes.end)?, self.style.escape(text)?))
    }

    /// Whether it is one token of a line.
    pub(crate) fn is_inline(&self) -> bool {
        !matches!(self.style, Style::Literal | Style::Folded)
    }
}

/// How a string is written at that place of a document. None where that cannot be told, such as in folded lines.
pub(crate) fn written(outer: &str, string: Range<usize>, inner: &str) -> Option<Written> {
    let source = outer.get(string.clone())?;
    let (style, offsets) = match block(outer, string.start) {
        Some('|') => (Style::Literal, lines(outer, string.start, inner)?),
        Some(_) => (Style::Folded, lines(outer, string.start, inner)?),
        None if source == inner && !source.starts_with(INDICATORS) => {
            (Style::Plain, (string.start..=string.end).collect())
        }
        None => {
            // A tag and an anchor may stand in front of the string.
            let skipped = source.find(['"', '\'', '|', '{', '['])?;
            let start = string.start + skipped;
            let source = source.get(skipped..)?;
            match source.as_bytes().first()? {
                b'"' => (Style::Double, quoted(source, start)?),
                b'\'' => (Style::Single, doubled(source, start)?),
                // The parser leaves out the `|` of a block, but for one with a tag.
                _ => (Style::Literal, lines(outer, start, inner)?),
            }
        }
    };
    (offsets.len() == inner.len() + 1).then_some(Written { style, offsets })
}

/// What no plain string of YAML starts with.
pub(crate) const INDICATORS: [char; 14] =
    ['"', '\'', '|', '>', '&', '*', '!', '{', '[', '%', '@', '`', '#', ','];

/// The character that says that a block of lines starts at that place: `|` or `>`.
fn block(outer: &str, start: usize) -> Option<char> {
    let before = outer.get(..start)?;
    let head = before.trim_end();
    if !before.get(head.len()..)?.contains('\n') {
        return None;
    }
    let head = head.trim_end_matches(|c: char| c.is_ascii_digit() || "+-".contains(c));
    let mark = head.chars().next_back().filter(|mark| "|>".contains(*mark))?;
    let front = head.get(..head.len() - 1)?.trim_end_matches(' ');
    (front.is_empty() || front.ends_with([':', '-', '\n'])).then_some(mark)
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
    use super::{Style, written};

    /// The text of the file from where the first `x` of the inner text comes, and the style.
    fn from_x<'o>(outer: &'o str, string: &str, inner: &str) -> Option<(Style, &'o str)> {
        let at = outer.find(string).unwrap();
        let written = written(outer, at..at + string.len(), inner)?;
        Some((written.style, &outer[written.offsets[inner.find('x').unwrap()]..]))
    }

    #[test]
    fn escapes_are_followed() {
        let outer = r#"{ "a": "ä\n\u00e4\ud83d\ude00\"x\"" }"#;
        assert_eq!(
            from_x(outer, r#""ä\n\u00e4\ud83d\ude00\"x\"""#, "ä\nä😀\"x\""),
            Some((Style::Double, "x\\\"\" }"))
        );
        assert_eq!(from_x("a: 'it''s x'", "'it''s x'", "it's x"), Some((Style::Single, "x'")));
        assert_eq!(from_x("a: !Sub \"{x}\"", "!Sub \"{x}\"", "{x}"), Some((Style::Double, "x}\"")));
        assert_eq!(from_x("a: y 'x'", "y 'x'", "y 'x'"), Some((Style::Plain, "x'")));
    }

    #[test]
    fn blocks_are_followed_line_by_line() {
        let outer = "a: |\n    {\n\n      \"ä\": x\n    }\nb: 1\n";
        let tagged = "a: !Sub |\n    x }\nb: 1\n";
        assert_eq!(from_x(tagged, "!Sub |\n    x }\n", "x }\n"), Some((Style::Literal, "x }\nb: 1\n")));
        assert_eq!(
            from_x(outer, "{\n\n      \"ä\": x\n    }\n", "{\n\n  \"ä\": x\n}\n"),
            Some((Style::Literal, "x\n    }\nb: 1\n"))
        );
        assert_eq!(from_x("a: |-\n  y x\n", "y x\n", "y x"), Some((Style::Literal, "x\n")));
    }

    #[test]
    fn what_cannot_be_followed_is_nothing() {
        assert_eq!(from_x("a: >\n  {\n  x }\n", "{\n  x }\n", "{ x }\n"), None);
        assert_eq!(from_x("a: >-\n  x\n", "x\n", "x"), Some((Style::Folded, "x\n")));
        assert_eq!(Style::Folded.escape("y"), None);
        assert_eq!(from_x("a: \"{\n  x }\"", "\"{\n  x }\"", "{ x }"), None);
        assert_eq!(from_x("a: *x", "*x", "x"), None);
    }

    #[test]
    fn a_text_is_escaped_as_its_place_wants_it() {
        assert_eq!(Style::Double.escape("a\"ä\\\n").as_deref(), Some("a\\\"ä\\\\\\n"));
        assert_eq!(Style::Single.escape("it's").as_deref(), Some("it''s"));
        assert_eq!(Style::Literal.escape("a\nb"), None);
    }
}
