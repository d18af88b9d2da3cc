//! Where the reader goes on after a fault.

use super::{Fault, Mend, Reader, site};
use crate::json::write::string;
use crate::json::{Json, token};
use std::borrow::Cow;

/// A text with so many faults is no JSON, and the rest of it is not read.
const MAX_FAULTS: usize = 20;

impl<'a> Reader<'a, '_> {
    /// Reports a fault after which the reader goes on.
    #[cold]
    pub(super) fn fault(&mut self, at: usize, message: String, help: &str) {
        // A place where the reader goes on and is stuck again has been reported.
        if self.last == at || self.faults.len() >= MAX_FAULTS {
            self.stopped = true;
            return;
        }
        self.last = at;
        // The end is where the last character stands, not behind the blank lines after it.
        let at = if at < self.text.len() { at } else { self.text.trim_end().len() };
        self.faults.push(Fault::syntax(site(at), message, help));
        self.stopped |= self.faults.len() >= MAX_FAULTS;
    }

    /// Reports a fault that ends the reading.
    pub(super) fn stop(&mut self, at: usize, message: String) {
        self.stopped = true;
        self.fault(at, message, "");
    }

    /// Says what would mend the fault that was reported just now at the cursor: `length` bytes from `at` on become
    /// another text.
    fn mend(&mut self, message: &'static str, at: usize, length: usize, text: impl Into<String>) {
        self.mend_all(Mend { message, edits: vec![(site(at), length, text.into())], is_certain: true });
    }

    pub(super) fn mend_all(&mut self, mend: Mend) {
        if !self.stopped
            && let Some(fault) = self.faults.last_mut().filter(|fault| fault.mend.is_none())
        {
            fault.mend = Some(mend);
        }
    }

    /// The end of what was read before the blanks in front of the cursor.
    fn end_of_last(&self) -> usize {
        self.text.get(..self.at).map_or(self.at, |before| before.trim_end().len())
    }

    /// Goes on after `length` bytes that are wrong, but whose meaning is plain.
    fn pass(&mut self, length: usize) {
        self.at += length;
        // If the text ends here, that is not a second fault.
        self.stopped |= self.rest().trim_start().is_empty();
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// What stands at the cursor, for a message.
    fn found(&self) -> String {
        match self.rest().chars().next() {
            None => "the end".into(),
            Some(first) if first.is_alphanumeric() => format!("`{}`", token(self.text, self.at)),
            Some(quote @ ('"' | '\'')) => format!("`{quote}`"),
            Some(first) => format!("`{}`", first.escape_debug()),
        }
    }

    /// The length of a comment at the cursor.
    fn comment_length(&self) -> Option<usize> {
        let rest = self.rest();
        if rest.starts_with("//") {
            return Some(rest.find('\n').unwrap_or(rest.len()));
        }
        rest.strip_prefix("/*").map(|inner| inner.find("*/").map_or(rest.len(), |end| end + "/**/".len()))
    }

    /// Reports and passes a comment and the blanks after it. Whether the reader can go on after one.
    #[cold]
    pub(super) fn comment(&mut self) -> bool {
        let Some(length) = self.comment_length() else { return false };
        self.fault(self.at, "JSON has no comments".into(), "to keep the text, put it in a `Comment` field");
        let edits = vec![(site(self.at), length, String::new())];
        self.mend_all(Mend { message: "remove the comment", edits, is_certain: false });
        self.pass(length);
        self.space();
        !self.stopped
    }

    /// The text between apostrophes at the cursor, if they close in the same line.
    fn apostrophes(&self) -> Option<&'a str> {
        let inner = self.rest().strip_prefix('\'')?;
        inner.get(..inner.find(['\'', '\n'])?).filter(|text| inner.as_bytes().get(text.len()) == Some(&b'\''))
    }

    /// The key that is meant by what stands where a key must, and is no string; none if no member follows.
    #[cold]
    pub(super) fn odd_key(&mut self) -> Option<Cow<'a, str>> {
        loop {
            let start = self.at;
            match self.peek() {
                Some(b'"') => return Some(self.string().unwrap_or_default()),
                Some(b'}') => {
                    self.comma_before(b'}');
                    return None;
                }
                Some(b'/') if self.comment() => continue,
                _ if self.stopped => return None,
                _ => {}
            }
            let found = self.found();
            self.fault(start, format!("expected a key, found {found}"), "keys must be in double quotes");
            let word = token(self.text, start);
            let (key, length) = match (self.peek(), self.apostrophes()) {
                (Some(b','), _) => {
                    self.mend("remove the comma", start, 1, "");
                    self.pass(1);
                    self.space();
                    continue;
                }
                (_, Some(text)) => (text, text.len() + 2),
                _ if word.starts_with(|first: char| first.is_alphabetic() || first == '_') => {
                    (word, word.len())
                }
                _ => {
                    self.stopped = true;
                    return None;
                }
            };
            self.mend_quotes(start, length, key);
            self.pass(length);
            return Some(Cow::Borrowed(key));
        }
    }

    /// The text that so many bytes hold was meant as a string.
    fn mend_quotes(&mut self, at: usize, length: usize, text: &str) {
        // What an escape means that JSON does not have is not known, nor whether a quote was its end.
        if !text.contains(['\\', '"']) && !text.chars().any(char::is_control) {
            let mut quoted = String::new();
            string(text, &mut quoted);
            self.mend("put it in double quotes", at, length, quoted);
        }
    }

    /// What stands where a value must, and is none.
    #[cold]
    pub(super) fn odd_value(&mut self, word: &str) -> Json<'a> {
        if let Some(placeholder) = self.placeholder() {
            let message = format!("expected a value, found `{placeholder}`");
            let help =
                format!("a placeholder stands in quotes, where a number belongs, too: `\"{placeholder}\"`");
            self.fault(self.at, message, &help);
            self.pass(placeholder.len());
            return Json::Broken;
        }
        let found = self.found();
        let quoted = self.apostrophes();
        let number =
            word.trim_start_matches(['+', '-', '.']).starts_with(|first: char| first.is_ascii_digit());
        let message = if number {
            format!("`{word}` is not a JSON number")
        } else {
            format!("expected a value, found {found}")
        };
        let help = match word {
            "True" | "TRUE" => "in JSON, write `true`",
            "False" | "FALSE" => "in JSON, write `false`",
            "None" | "nil" | "NULL" | "undefined" => "in JSON, write `null`",
            "'" => "strings must be in double quotes",
            _ => "",
        };
        self.fault(self.at, message, help);
        if let Some(right) = help.strip_prefix("in JSON, write `").and_then(|help| help.strip_suffix('`')) {
            self.mend("", self.at, word.len(), right);
        } else if let Some(text) = quoted {
            self.mend_quotes(self.at, text.len() + 2, text);
        }
        match word.chars().next() {
            // Nothing stands there.
            Some(',' | '}' | ']') => {}
            Some(first) if first.is_alphanumeric() || "+-._".contains(first) => self.pass(word.len()),
            _ => match quoted {
                Some(text) => self.pass(text.len() + 2),
                None => self.stopped = true,
            },
        }
        Json::Broken
    }

    /// The placeholder outside of a string that starts here, `${Wait}`, if nothing is attached to it.
    fn placeholder(&self) -> Option<&'a str> {
        let rest = self.text.get(self.at..)?;
        let name = rest.strip_prefix("${")?;
        let end = name.find(['}', '"', '{', '\n'])?;
        let after = name.get(end..)?.strip_prefix('}')?;
        let is_alone = after.trim_start_matches([' ', '\t']).starts_with([',', '}', ']', '\r', '\n']);
        rest.get(..end + 3).filter(|_| is_alone && end > 0)
    }

    /// A comma stands before the bracket or brace that closes.
    #[cold]
    pub(super) fn comma_before(&mut self, close: u8) {
        self.fault(self.at, format!("there is a trailing comma before `{}`", char::from(close)), "");
        // A comment may stand between the two.
        let comma = self.end_of_last().saturating_sub(1);
        if self.text.as_bytes().get(comma) == Some(&b',') {
            self.mend("remove the comma", comma, 1, "");
        }
        self.at += 1;
    }

    /// A key is not followed by a colon; whether a value is.
    #[cold]
    pub(super) fn no_colon(&mut self) -> bool {
        if self.comment() {
            return self.eat(b':') || self.no_colon();
        }
        if self.stopped {
            return false;
        }
        let found = self.found();
        self.fault(self.at, format!("expected `:` after the key, found {found}"), "");
        match self.peek() {
            Some(b'=') => {
                self.mend("write `:`", self.at, 1, ":");
                self.pass(1);
            }
            Some(b'"' | b'{' | b'[' | b'-' | b'0'..=b'9') => {
                if !self.is_key() {
                    self.mend("add the colon", self.end_of_last(), 0, ":");
                }
            }
            _ => self.stopped = true,
        }
        !self.stopped
    }

    /// Whether a string and a colon stand at the cursor.
    fn is_key(&self) -> bool {
        let word = token(self.text, self.at);
        let after = self.rest().get(word.len()..).unwrap_or_default();
        word.starts_with('"') && after.trim_start().starts_with(':')
    }

    /// A member or item is followed neither by a comma nor by what closes; whether another one follows.
    #[cold]
    pub(super) fn no_comma(&mut self, close: u8) -> bool {
        if self.comment() {
            return self.more(close);
        }
        if self.stopped {
            return false;
        }
        let found = self.found();
        self.fault(self.at, format!("expected `,` or `{}`, found {found}", char::from(close)), "");
        match self.peek() {
            Some(b';') => {
                self.mend("write `,`", self.at, 1, ",");
                self.pass(1);
                self.space();
            }
            Some(b'"') => {
                if self.is_key() == (close == b'}') {
                    self.mend("add the comma", self.end_of_last(), 0, ",");
                }
            }
            Some(b'{' | b'[') if close == b']' => self.mend("add the comma", self.end_of_last(), 0, ","),
            Some(b'-' | b'0'..=b'9') if close == b']' => {}
            _ => self.stopped = true,
        }
        !self.stopped
    }

    /// Something follows the value of the text.
    #[cold]
    pub(super) fn after_the_end(&mut self) {
        while self.comment() {}
        if !self.stopped && !self.rest().is_empty() {
            let found = self.found();
            self.stop(self.at, format!("the definition has ended, but {found} follows"));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::json::Node;
    use crate::json::read::read as json;
    use crate::json::write::compact;

    /// What was understood, and the faults: each with the text from where it is.
    fn read(text: &str) -> (String, Vec<String>) {
        let (node, faults) = json(text, &[]);
        let fault = |at: u32, message: &str| format!("{} | {message}", &text[at as usize..]);
        let faults = faults.iter().map(|it| fault(it.site.0, &it.message)).collect();
        (compact(&node, &mut |_, _| {}), faults)
    }

    #[test]
    fn faults_do_not_hide_what_follows() {
        for (text, value, fault) in [
            ("[nope, 1]", "[null,1]", "nope, 1] | expected a value, found `nope`"),
            ("[01, 1]", "[null,1]", "01, 1] | `01` is not a JSON number"),
            ("[+1, 1]", "[null,1]", "+1, 1] | `+1` is not a JSON number"),
            ("['a', 1]", "[null,1]", "'a', 1] | expected a value, found `'`"),
            ("[\"\\q\\w\", 1]", "[null,1]", "\\q\\w\", 1] | `\\q` is not a JSON escape"),
            ("[\"\t\", 1]", "[null,1]", "\t\", 1] | a string contains the control character U+0009"),
            ("[${Wait}, 1]", "[null,1]", "${Wait}, 1] | expected a value, found `${Wait}`"),
            ("[,1]", "[null,1]", ",1] | expected a value, found `,`"),
            ("[1 2]", "[1,2]", "2] | expected `,` or `]`, found `2`"),
            ("[1,]", "[1]", "] | there is a trailing comma before `]`"),
            ("[1, // one\n2]", "[1,2]", "// one\n2] | JSON has no comments"),
            ("[1 /* one */]", "[1]", "/* one */] | JSON has no comments"),
            ("[1] // one", "[1]", "// one | JSON has no comments"),
            ("{a: 1}", r#"{"a":1}"#, "a: 1} | expected a key, found `a`"),
            ("{'a': 1}", r#"{"a":1}"#, "'a': 1} | expected a key, found `'`"),
            (r#"{"a": 1,, "b": 2}"#, r#"{"a":1,"b":2}"#, r#", "b": 2} | expected a key, found `,`"#),
            (r#"{"a": , "b": 2}"#, r#"{"a":null,"b":2}"#, r#", "b": 2} | expected a value, found `,`"#),
            (r#"{"a": }"#, r#"{"a":null}"#, "} | expected a value, found `}`"),
            (r#"{"a" 1}"#, r#"{"a":1}"#, "1} | expected `:` after the key, found `1`"),
            (r#"{"a" = 1}"#, r#"{"a":1}"#, "= 1} | expected `:` after the key, found `=`"),
            (r#"{"a": 1 "b": 2}"#, r#"{"a":1,"b":2}"#, r#""b": 2} | expected `,` or `}`, found `"`"#),
            (r#"{"a": 1; "b": 2}"#, r#"{"a":1,"b":2}"#, r#"; "b": 2} | expected `,` or `}`, found `;`"#),
            (r#"{"a": 1,}"#, r#"{"a":1}"#, "} | there is a trailing comma before `}`"),
            ("{ // one\n}", "{}", "// one\n} | JSON has no comments"),
        ] {
            assert_eq!(read(text), (value.into(), vec![fault.into()]), "{text}");
        }
    }

    #[test]
    fn what_is_cut_off_behind_a_fault_has_no_other_one() {
        for text in [
            "[tru",
            "[1, 02 ",
            "{a",
            "{'a'",
            "[1 /* one",
            "{\"a\" =",
            "[+",
            "[1 }",
            "a: b",
            "[1, }",
            "[\"a\nb\"]",
        ] {
            assert_eq!(read(text).1.len(), 1, "{text}");
        }
    }

    #[test]
    fn a_key_with_a_fault_leaves_the_object_unread() {
        let (node, faults) = json(r#"{"\q": 1, "b": 2}"#, &[]);
        assert!(node.is_partial() && node.get("b") == Some(&Node::from(2)));
        assert_eq!(faults.len(), 1);
    }

    #[test]
    fn a_text_that_is_no_json_has_a_few_faults_only() {
        assert_eq!(read(&format!("[{}1]", "a,".repeat(10_000))).1.len(), 20);
        // The last one may leave the reader where it finds another at once.
        assert_eq!(read(&format!("[{}{{,,}}]", "a,".repeat(18))).1.len(), 20);
    }
}
