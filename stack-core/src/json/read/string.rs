//! Strings of JSON and their escapes.

use super::{Mend, Reader, site};
use std::borrow::Cow;

impl<'a> Reader<'a, '_> {
    /// The string at the cursor, borrowed when it has no escape. None if it has a fault; behind most of them the
    /// reader goes on.
    pub(super) fn string(&mut self) -> Option<Cow<'a, str>> {
        let open = self.at;
        self.at += 1;
        self.plain();
        let plain = self.text.get(open + 1..self.at).unwrap_or_default();
        if self.eat(b'"') { Some(Cow::Borrowed(plain)) } else { self.escaped(open, plain).map(Cow::Owned) }
    }

    /// The rest of the string that starts at `open`, behind its first bytes.
    fn escaped(&mut self, open: usize, plain: &str) -> Option<String> {
        let mut text = plain.to_owned();
        let mut whole = true;
        loop {
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    return whole.then_some(text);
                }
                Some(b'\\') => {
                    match self.escape(whole) {
                        Some(character) => text.push(character),
                        None => whole = false,
                    }
                    let run = self.at;
                    self.plain();
                    text.push_str(self.text.get(run..self.at).unwrap_or_default());
                }
                Some(control) => {
                    let message = format!("a string contains the control character U+{control:04X}");
                    let help = format!("write it as an escape, `\\u{control:04x}`");
                    self.in_string(whole, self.at, message, &help);
                    if whole {
                        self.mend_controls();
                    }
                    // At the end of a line it is not plain whether it is the string's end too.
                    self.stopped |= matches!(control, b'\n' | b'\r');
                    whole = false;
                    self.at += 1;
                    self.plain();
                }
                None => {
                    if whole {
                        self.stop(open, "the string has no closing quote".into());
                    }
                    self.stopped = true;
                    return None;
                }
            }
            if self.stopped {
                return None;
            }
        }
    }

    /// Says what would mend control characters: all from the cursor to the string's end, if that is in the same line.
    fn mend_controls(&mut self) {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let mut escaped = false;
        let mut edits = Vec::new();
        for (at, byte) in rest.bytes().enumerate() {
            match byte {
                b'"' if !escaped => {
                    self.mend_all(Mend { message: "", edits, is_certain: true });
                    return;
                }
                b'\n' | b'\r' => return,
                0..b' ' if escaped => return,
                0..b' ' => edits.push((site(self.at + at), 1, format!("\\u{byte:04x}"))),
                _ => {}
            }
            escaped = byte == b'\\' && !escaped;
        }
    }

    /// Reports a fault if it is the first one in a string.
    fn in_string(&mut self, first: bool, at: usize, message: String, help: &str) {
        if first {
            self.fault(at, message, help);
        }
    }

    /// The character that the escape at the cursor stands for. `first` says that the string has no fault so far.
    fn escape(&mut self, first: bool) -> Option<char> {
        let start = self.at;
        let Some(escaped) = self.text.as_bytes().get(start + 1) else {
            self.stopped = true;
            self.in_string(first, start, "the string has no closing quote".into(), "");
            return None;
        };
        let plain = match escaped {
            b'"' => '"',
            b'\\' => '\\',
            b'/' => '/',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                self.at += 2;
                return self.unicode(start, first);
            }
            _ => {
                let escape: String = self.text.get(start..).unwrap_or_default().chars().take(2).collect();
                let message = format!("`{}` is not a JSON escape", escape.replace('\n', "\\n"));
                self.in_string(first, start, message, "for a backslash itself, write `\\\\`");
                if first {
                    let edits = vec![(site(start), 1, "\\\\".to_owned())];
                    self.mend_all(Mend { message: "", edits, is_certain: false });
                }
                self.at += escape.len();
                return None;
            }
        };
        self.at += 2;
        Some(plain)
    }

    /// `\uXXXX`, or the pair of two that characters beyond U+FFFF take.
    fn unicode(&mut self, start: usize, first_fault: bool) -> Option<char> {
        let Some(first) = self.hex() else {
            self.in_string(first_fault, start, "`\\u` needs four hexadecimal digits".into(), "");
            return None;
        };
        let pair = self.text.get(self.at..).is_some_and(|rest| rest.starts_with("\\u"));
        let code = if (0xd800..0xdc00).contains(&first) && pair {
            self.at += 2;
            match self.hex() {
                Some(second @ 0xdc00..0xe000) => 0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00),
                _ => first,
            }
        } else {
            first
        };
        let character = char::from_u32(code);
        if character.is_none() {
            let message =
                format!("`\\u{first:04x}` is half of a surrogate pair, and the other half is missing");
            self.in_string(first_fault, start, message, "");
        }
        character
    }

    fn hex(&mut self) -> Option<u32> {
        let digits = self.text.get(self.at..self.at + 4)?;
        let code = u32::from_str_radix(digits, 16).ok().filter(|_| !digits.starts_with('+'))?;
        self.at += 4;
        Some(code)
    }
}
