//! Placeholders outside of strings, `"Seconds": ${Timeout}`: a text of JSON, and a table of what is open in it.

use crate::placeholder::{self, UNNAMED_PLACEHOLDER};
use stack_core::json::Json;
use std::borrow::Cow;

/// A JSON text, in which everything stands at the byte where it was written, and its holes as
/// [the reader](stack_core::json::read::Holes) takes them.
///
/// A placeholder becomes a hole where a value or members may stand, if nothing is attached to it. Any other one stays,
/// and is a fault of the text.
pub(crate) fn as_holes(text: &str) -> (Cow<'_, str>, Vec<(u32, Json<'static>)>) {
    let mut holes = Vec::new();
    let mut out = String::new();
    let mut scanner = Scanner::new(text);
    let mut copied = 0;
    while let Some((at, length, stands_for)) = scanner.next_placeholder() {
        let (written, hole) = match stands_for {
            Expected::Member if scanner.rest().trim_start().starts_with(':') => ("\"\"", Json::Broken),
            Expected::Member => ("\"\":0", Json::Broken),
            _ => ("null", Json::String(UNNAMED_PLACEHOLDER.into())),
        };
        out.push_str(text.get(copied..at).unwrap_or_default());
        out.push_str(written);
        // The shortest placeholder, `${a}`, is as long as the longest of these.
        out.extend(std::iter::repeat_n(' ', length.saturating_sub(written.len())));
        copied = at + length;
        holes.push((u32::try_from(at).unwrap_or(u32::MAX), hole));
    }
    if holes.is_empty() {
        return (Cow::Borrowed(text), holes);
    }
    out.push_str(text.get(copied..).unwrap_or_default());
    (Cow::Owned(out), holes)
}

/// What may follow by the grammar of JSON.
#[derive(Clone, Copy, PartialEq)]
enum Expected {
    Value,
    Member,
    /// Something that is no placeholder, such as a comma.
    Other,
}

/// Finds tokens of JSON. It is told nothing of faults: where the text is none, a placeholder may be taken for what it
/// is not, but the reader reports the text all the same.
struct Scanner<'t> {
    text: &'t str,
    at: usize,
    expected: Expected,
    /// Of each bracket and brace that is open, whether it is that of an object.
    open: Vec<bool>,
}

impl<'t> Scanner<'t> {
    fn new(text: &'t str) -> Self {
        let at = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        Scanner { text, at, expected: Expected::Value, open: Vec::new() }
    }

    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// Passes what is in front of the next placeholder that stands for something, and it: its byte, its length, and
    /// what it stands for.
    fn next_placeholder(&mut self) -> Option<(usize, usize, Expected)> {
        while let Some(&byte) = self.text.as_bytes().get(self.at) {
            let (start, expected) = (self.at, self.expected);
            self.at += match byte {
                b' ' | b'\t' | b'\r' | b'\n' => 1,
                b'/' => self.comment(),
                b'$' if expected != Expected::Other => match self.placeholder() {
                    Some(length) => {
                        self.at += length;
                        self.expected = Expected::Other;
                        return Some((start, length, expected));
                    }
                    None => self.expect(1, Expected::Other),
                },
                b'{' | b'[' => {
                    let is_object = byte == b'{';
                    self.open.push(is_object);
                    self.expect(1, if is_object { Expected::Member } else { Expected::Value })
                }
                b'}' | b']' => {
                    self.open.pop();
                    self.expect(1, Expected::Other)
                }
                b',' if self.open.last() == Some(&true) => self.expect(1, Expected::Member),
                b',' | b':' => self.expect(1, Expected::Value),
                b'"' => {
                    let length = self.string();
                    self.expect(length, Expected::Other)
                }
                _ => self.expect(1, Expected::Other),
            };
        }
        None
    }

    /// The length of a token, behind which this may follow.
    fn expect(&mut self, length: usize, expected: Expected) -> usize {
        self.expected = expected;
        length
    }

    /// The length of a placeholder at the cursor that stands by itself.
    fn placeholder(&self) -> Option<usize> {
        let length = placeholder::length(self.rest())?;
        let after = self.rest().as_bytes().get(length);
        after.is_none_or(|byte| b" \t\r\n,:]}/".contains(byte)).then_some(length)
    }

    /// The length of the string at the cursor.
    fn string(&self) -> usize {
        let mut escaped = false;
        let close = self.rest().bytes().skip(1).position(|byte| {
            let close = byte == b'"' && !escaped;
            escaped = byte == b'\\' && !escaped;
            close
        });
        close.map_or(self.rest().len(), |at| at + "\"\"".len())
    }

    /// The length of the comment at the cursor: JSON has none, but what one says is no token either.
    fn comment(&self) -> usize {
        let rest = self.rest();
        let end = if rest.starts_with("//") {
            rest.find('\n')
        } else if let Some(inner) = rest.strip_prefix("/*") {
            inner.find("*/").map(|at| at + "/**/".len())
        } else {
            Some(1)
        };
        end.unwrap_or(rest.len())
    }
}

#[cfg(test)]
mod tests {
    use super::as_holes;
    use stack_core::finding::Findings;
    use stack_core::json::write::compact;
    use std::borrow::Cow;

    /// The text with its holes, the bytes of the holes, and what is wrong with it.
    fn read(text: &str) -> (String, Vec<u32>, Vec<String>) {
        let (json, holes) = as_holes(text);
        assert_eq!(json.len(), text.len());
        let out = Findings::new();
        let node = stack_core::read(&json, &holes, &out);
        let places = holes.iter().map(|(at, _)| *at).collect();
        (compact(&node, &mut |_, _| {}), places, out.finish().into_iter().map(|it| it.message).collect())
    }

    #[test]
    fn values_become_holes_and_places_stay() {
        let text = r#"{ "a": ${Wait}, "b": "x ${y} \" ${z}", "ä": [${v}, 1, ${AWS::Region}] }"#;
        let (json, _) = as_holes(text);
        assert_eq!(json, r#"{ "a": null   , "b": "x ${y} \" ${z}", "ä": [null, 1, null          ] }"#);
        let (value, places, faults) = read(text);
        assert_eq!(value, r#"{"a":"${value}","b":"x ${y} \" ${z}","ä":["${value}",1,"${value}"]}"#);
        assert_eq!((places, faults), (vec![7, 46, 55], Vec::new()));
        assert_eq!(read("\u{feff} ${All}\n").0, "\"${value}\"");
    }

    #[test]
    fn members_and_keys_become_holes() {
        for (text, value) in [
            ("{${a}}", r#"{"":null}"#),
            ("{ ${Extra}, \"a\": 1 }", r#"{"":null,"a":1}"#),
            ("{ \"a\": 1, ${Extra} }", r#"{"a":1,"":null}"#),
            ("{ ${key}: [1, ${x}], ${b} : {} }", r#"{"":null,"":null}"#),
            ("[{ ${a}, ${b} }, ${c}]", r#"[{"":null,"":null},"${value}"]"#),
        ] {
            let (read, _, faults) = read(text);
            assert_eq!((read.as_str(), faults), (value, Vec::new()), "{text}");
        }
    }

    #[test]
    fn nothing_is_copied_without_a_hole() {
        for text in ["{}", r#"{ "a": "${b}" }"#, "[$]", "[${}]"] {
            assert!(matches!(as_holes(text).0, Cow::Borrowed(_)), "{text}");
        }
    }

    #[test]
    fn a_placeholder_that_stands_for_nothing_is_a_fault_at_its_place() {
        for (text, fault) in [
            ("[1 ${a}]", "expected `,` or `]`, found `$`"),
            ("[${a}${b}]", "expected a value, found `$`"),
            ("[${a}5]", "expected a value, found `$`"),
            ("{\"a\" ${b}}", "expected `:` after the key, found `$`"),
            ("[${a b]", "expected a value, found `$`"),
            ("[1] ${a}", "the definition has ended, but `$` follows"),
            ("[/* ${a} \" */ ${b}]", "JSON has no comments"),
            ("[// ${a} \"\n ${b}]", "JSON has no comments"),
        ] {
            assert_eq!(read(text).2, [fault], "{text}");
        }
    }

    /// Whatever the text, no message names what only stands for a placeholder, and every hole is found by the reader.
    #[test]
    fn what_stands_for_a_placeholder_is_never_seen() {
        let tokens = ["{", "}", "[", "]", ",", ":", "\"k\"", "1", "${x}", " ", "/**/", "'"];
        for number in 0..tokens.len().pow(5) {
            let text: String =
                (0..5).map(|digit| tokens[number / tokens.len().pow(digit) % tokens.len()]).collect();
            let (_, _, faults) = read(&text);
            for fault in faults {
                assert!(!fault.contains("null") && !fault.contains("hole"), "{text}: {fault}");
            }
        }
    }
}
