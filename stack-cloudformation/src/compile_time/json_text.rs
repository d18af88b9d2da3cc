//! JSON texts in properties: whether they are JSON, and what they hold, in const code.
//!
//! Const code has no values to build, so a reader walks over the text, and stops the compilation at the
//! first fault with the place in the text.

use crate::compile_time::message::ConstText;

/// How many objects and arrays may stand in one another.
const MAX_DEPTH: u32 = 128;

/// A place in a JSON text.
#[derive(Clone, Copy)]
pub(crate) struct JsonReader {
    /// The property, for messages.
    label: &'static str,
    text: &'static str,
    at: usize,
    /// Whether `<name>` may stand for a value.
    placeholders: bool,
}

/// Stops the compilation unless the text is JSON.
#[track_caller]
pub(crate) const fn require(label: &'static str, text: &'static str) {
    let mut reader = JsonReader::new(label, text);
    reader.skip();
    reader.finish();
}

/// Whether the text holds an object.
pub(crate) const fn is_object(text: &'static str) -> bool {
    JsonReader::new("", text).space().peek() == b'{'
}

impl JsonReader {
    /// At the start of the text of a property.
    pub(crate) const fn new(label: &'static str, text: &'static str) -> Self {
        JsonReader { label, text, at: 0, placeholders: false }
    }

    /// `<name>` may stand for a value, too.
    pub(crate) const fn with_placeholders(mut self) -> Self {
        self.placeholders = true;
        self
    }

    /// Stops the compilation with what is wrong here.
    #[track_caller]
    pub(crate) const fn fail(&self, message: &[&str]) -> ! {
        let (mut line, mut column) = (1, 1);
        let mut i = 0;
        let bytes = self.text.as_bytes();
        while i < self.at && i < bytes.len() {
            // Columns count characters, so the bytes that continue one do not count.
            (line, column) = match bytes[i] {
                b'\n' => (line + 1, 1),
                byte if byte & 0xC0 == 0x80 => (line, column),
                _ => (line, column + 1),
            };
            i += 1;
        }
        let mut text = ConstText::new().push(self.label);
        if line > 1 {
            text = text.push(", line ").number(line);
        }
        text = text.push(", column ").number(column).push(": ");
        let mut i = 0;
        while i < message.len() {
            text = text.push(message[i]);
            i += 1;
        }
        text.fail()
    }

    /// The byte here; 0 at the end, which no JSON text holds.
    const fn peek(&self) -> u8 {
        let bytes = self.text.as_bytes();
        if self.at < bytes.len() { bytes[self.at] } else { 0 }
    }

    const fn space(mut self) -> Self {
        while matches!(self.peek(), b' ' | b'\t' | b'\n' | b'\r') {
            self.at += 1;
        }
        self
    }

    /// The first byte of the value that follows: `{`, `[`, `"`, or that of another value.
    pub(crate) const fn value(&mut self) -> u8 {
        *self = self.space();
        self.peek()
    }

    /// Goes into the object or array that starts here.
    pub(crate) const fn open(&mut self) {
        self.at += 1;
    }

    /// Whether a member or an item follows, in what closes with `close`; goes to it, or behind the end.
    /// `first`: none was there yet.
    #[track_caller]
    pub(crate) const fn more(&mut self, close: u8, first: bool) -> bool {
        *self = self.space();
        if self.peek() == close {
            self.at += 1;
            return false;
        }
        if !first {
            if self.peek() != b',' {
                self.fail(&[
                    "not JSON: `,` or `",
                    if close == b'}' { "}" } else { "]" },
                    "` is missing here",
                ]);
            }
            self.at += 1;
            *self = self.space();
        }
        true
    }

    /// Reads a member's key and the colon.
    #[track_caller]
    pub(crate) const fn key(&mut self) -> &'static str {
        *self = self.space();
        if self.peek() != b'"' {
            self.fail(&["not JSON: a key in quotation marks is missing here"]);
        }
        let key = self.string();
        *self = self.space();
        if self.peek() != b':' {
            self.fail(&["not JSON: `:` is missing here"]);
        }
        self.at += 1;
        key
    }

    /// Reads a string, and gives what stands between its quotation marks, escapes as they are.
    #[track_caller]
    pub(crate) const fn string(&mut self) -> &'static str {
        self.at += 1;
        let start = self.at;
        loop {
            match self.peek() {
                b'"' => {
                    let text = self.text.split_at(self.at).0.split_at(start).1;
                    self.at += 1;
                    return text;
                }
                b'\\' => {
                    self.at += 1;
                    match self.peek() {
                        b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't' => self.at += 1,
                        b'u' => self.hex(),
                        _ => self.fail(&["not JSON: there is no such escape"]),
                    }
                }
                0 if self.at >= self.text.len() => self.fail(&["not JSON: the string does not end"]),
                0..0x20 => self.fail(&["not JSON: a control character in a string, such as a line break"]),
                _ => self.at += 1,
            }
        }
    }

    #[track_caller]
    const fn hex(&mut self) {
        let mut digits = 0;
        while digits < 4 {
            self.at += 1;
            if !self.peek().is_ascii_hexdigit() {
                self.fail(&["not JSON: `\\u` takes four hexadecimal digits"]);
            }
            digits += 1;
        }
        self.at += 1;
    }

    /// Goes behind the value that starts here, and gives its text.
    #[track_caller]
    pub(crate) const fn written(&mut self) -> &'static str {
        let start = self.at;
        self.skip();
        self.text.split_at(self.at).0.split_at(start).1
    }

    /// Goes behind the value that follows, whatever it is. Without recursion: const code may not go deep.
    #[track_caller]
    pub(crate) const fn skip(&mut self) {
        // A bit for each open bracket, the innermost last: 1 is an object.
        let (mut open, mut depth, mut first) = (0_u128, 0, true);
        loop {
            if depth > 0 {
                let object = open & 1 == 1;
                if !self.more(if object { b'}' } else { b']' }, first) {
                    (open, depth, first) = (open >> 1, depth - 1, false);
                    if depth == 0 {
                        return;
                    }
                    continue;
                }
                if object {
                    self.key();
                }
            }
            first = false;
            let byte = self.value();
            match byte {
                b'{' | b'[' => {
                    if depth == MAX_DEPTH {
                        self.fail(&["more than 128 objects and arrays in one another"]);
                    }
                    self.open();
                    open = open << 1 | (byte == b'{') as u128;
                    (depth, first) = (depth + 1, true);
                }
                b'"' => {
                    self.string();
                }
                b'-' | b'0'..=b'9' => self.number(),
                b'<' if self.placeholders => self.placeholder(),
                _ => self.word(),
            }
            if depth == 0 {
                return;
            }
        }
    }

    #[track_caller]
    const fn number(&mut self) {
        if self.peek() == b'-' {
            self.at += 1;
        }
        if self.peek() == b'0' {
            self.at += 1;
        } else {
            self.digits();
        }
        if self.peek() == b'.' {
            self.at += 1;
            self.digits();
        }
        if matches!(self.peek(), b'e' | b'E') {
            self.at += 1;
            if matches!(self.peek(), b'+' | b'-') {
                self.at += 1;
            }
            self.digits();
        }
    }

    #[track_caller]
    const fn digits(&mut self) {
        if !self.peek().is_ascii_digit() {
            self.fail(&["not JSON: a digit is missing here"]);
        }
        while self.peek().is_ascii_digit() {
            self.at += 1;
        }
    }

    #[track_caller]
    const fn placeholder(&mut self) {
        while self.peek() != b'>' {
            if self.at >= self.text.len() {
                self.fail(&["not JSON: `>` is missing here"]);
            }
            self.at += 1;
        }
        self.at += 1;
    }

    #[track_caller]
    const fn word(&mut self) {
        self.at += match self.text.as_bytes().split_at(self.at).1 {
            [b't', b'r', b'u', b'e', ..] | [b'n', b'u', b'l', b'l', ..] => 4,
            [b'f', b'a', b'l', b's', b'e', ..] => 5,
            [] => self.fail(&["not JSON: a value is missing here, at the end"]),
            _ => self.fail(&[
                "not JSON: a value is missing here\nhelp: strings and keys go in double quotes, and there is no comma before `}` or `]`",
            ]),
        };
    }

    /// Demands that nothing follows.
    #[track_caller]
    pub(crate) const fn finish(&mut self) {
        *self = self.space();
        if self.at < self.text.len() {
            self.fail(&["not JSON: the value has already ended"]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{is_object, require};

    /// What the compiler would say of the text.
    fn fault(text: &'static str) -> Option<String> {
        let said = std::panic::catch_unwind(|| require("input", text)).err()?;
        Some(said.downcast_ref::<String>().cloned().unwrap_or_default())
    }

    #[test]
    fn json_is_accepted() {
        for text in [
            "{}",
            " [ ] ",
            "null",
            "\"a\\u00e9\\n\"",
            "-0.5e+10",
            r#"{"a": [1, {"b": []}, "c"], "": {"d": {}, "e": true}, "é": false}"#,
            "[[[[]],[]],[{}]]",
        ] {
            assert_eq!(fault(text), None, "{text}");
        }
        let deep = ["[".repeat(128), "]".repeat(128)].concat();
        assert_eq!(fault(deep.leak()), None);
        assert!(is_object(" {}") && !is_object("[]") && !is_object(""));
    }

    #[test]
    fn a_fault_is_told_with_its_place() {
        let cases = [
            ("", "input, column 1: not JSON: a value is missing here, at the end"),
            ("{\"a\": 1,}", "input, column 9: not JSON: a key in quotation marks is missing here"),
            ("{\n  \"é\" 1}", "input, line 2, column 7: not JSON: `:` is missing here"),
            ("[1 2]", "input, column 4: not JSON: `,` or `]` is missing here"),
            ("{\"a\": [1}", "input, column 9: not JSON: `,` or `]` is missing here"),
            ("{} {}", "input, column 4: not JSON: the value has already ended"),
            ("\"a", "input, column 3: not JSON: the string does not end"),
            ("\"a\nb\"", "input, column 3: not JSON: a control character in a string, such as a line break"),
            ("\"\\x\"", "input, column 3: not JSON: there is no such escape"),
            ("\"\\u12g4\"", "input, column 6: not JSON: `\\u` takes four hexadecimal digits"),
            ("1.", "input, column 3: not JSON: a digit is missing here"),
            ("01", "input, column 2: not JSON: the value has already ended"),
        ];
        for (text, said) in cases {
            assert_eq!(fault(text).as_deref(), Some(said), "{text}");
        }
        assert!(fault("[a]").is_some_and(|said| said.starts_with("input, column 2: not JSON: a value")));
        assert!(fault("[".repeat(129).leak()).is_some_and(|said| said.contains("more than 128")));
    }
}
