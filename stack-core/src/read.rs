//! A strict JSON reader (RFC 8259) that remembers places.
//!
//! A `Site` is the byte offset of the first byte of a value or key. The reader stops at the first
//! fault and returns what it has; the end of everything that was still open is marked as
//! [`Json::Broken`], so that rules do not miss what may have followed.

use crate::finding::Findings;
use crate::json::{Json, Member, Node};
use crate::rules::{json_syntax, too_deep};
use crate::scan;
use crate::site::{At, Site};
use std::borrow::Cow;

pub use crate::excerpt::{excerpt, line_col};
pub use crate::scan::{is_number, range, token};

/// How many objects and arrays may stand in one another, in any reader.
pub const MAX_DEPTH: usize = 128;

/// Reads one JSON text. A byte order mark at its start is skipped.
///
/// The token `@12` where a value may stand becomes what `hole` gives for 12.
///
/// Reports [`json_syntax`] for the first fault of the text (an unknown hole is one)
/// and [`too_deep`] for a value inside more than [`MAX_DEPTH`] others; either ends the reading.
pub fn json<'a>(text: &'a str, hole: &dyn Fn(u32) -> Option<Json<'a>>, out: &Findings) -> Node<'a> {
    let at = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let (members, items) = (Vec::with_capacity(64), Vec::with_capacity(16));
    let mut reader = Reader { text, at, hole, out, stopped: false, members, items };
    reader.space();
    let node = reader.value(0);
    reader.space();
    if !reader.stopped && reader.at < text.len() {
        let found = reader.found();
        reader.fault(reader.at, format!("the definition has ended, but {found} follows"));
    }
    node
}

struct Reader<'a, 'r> {
    text: &'a str,
    at: usize,
    hole: &'r dyn Fn(u32) -> Option<Json<'a>>,
    out: &'r Findings,
    /// A fault was reported: nothing after it is read.
    stopped: bool,
    /// What was read of the objects and arrays around the cursor. They move to where they belong, all of one at
    /// once, when their number is known: that saves most of the allocations.
    members: Vec<Member<'a>>,
    items: Vec<Node<'a>>,
}

fn site(at: usize) -> Site {
    Site(u32::try_from(at).unwrap_or(u32::MAX))
}

impl<'a> Reader<'a, '_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn eat(&mut self, byte: u8) -> bool {
        let there = self.peek() == Some(byte);
        self.at += usize::from(there);
        there
    }

    /// Goes on to the first byte that is the end of a run.
    fn skip(&mut self, ends: impl Fn(u8) -> bool) {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        self.at += rest.iter().position(|&byte| ends(byte)).unwrap_or(rest.len());
    }

    fn space(&mut self) {
        // Most blanks are indentation.
        if self.eat(b'\n') {
            self.eights(scan::spaces);
        }
        self.skip(|byte| !matches!(byte, b' ' | b'\t' | b'\n' | b'\r'));
    }

    /// Goes on to the end of a string, or to what is special in it.
    fn plain(&mut self) {
        self.eights(scan::plain);
        self.skip(|byte| byte == b'"' || byte == b'\\' || byte < b' ');
    }

    /// Goes on over whole runs of eight bytes, and over as many bytes of the next as `count` says.
    fn eights(&mut self, count: impl Fn(u64) -> u32) {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let (eights, _) = rest.as_chunks();
        for eight in eights {
            let passed = count(u64::from_le_bytes(*eight)) as usize;
            self.at += passed;
            if passed < eight.len() {
                break;
            }
        }
    }

    fn fault(&mut self, at: usize, message: String) {
        self.fault_help(at, message, "");
    }

    fn fault_help(&mut self, at: usize, message: String, help: &str) {
        self.stopped = true;
        // The end is where the last character stands, not behind the blank lines after it.
        let at = if at < self.text.len() { at } else { self.text.trim_end().len() };
        let report = self.out.report(&json_syntax::RULE, site(at), message);
        if !help.is_empty() {
            report.help(help);
        }
    }

    /// What stands at the cursor, for a message.
    fn found(&self) -> String {
        match self.text.get(self.at..).and_then(|rest| rest.chars().next()) {
            None => "the end".into(),
            Some(first) if first.is_alphanumeric() => format!("`{}`", token(self.text, self.at)),
            Some(quote @ ('"' | '\'')) => format!("`{quote}`"),
            Some(first) => format!("`{}`", first.escape_debug()),
        }
    }

    fn value(&mut self, depth: usize) -> Node<'a> {
        let start = self.at;
        let json = match self.peek() {
            Some(b'{' | b'[') if depth >= MAX_DEPTH => {
                self.stopped = true;
                self.out.report(&too_deep::RULE, site(start), too_deep::message());
                Json::Broken
            }
            Some(b'{') => self.object(depth + 1),
            Some(b'[') => self.array(depth + 1),
            Some(b'"') => self.string().map_or(Json::Broken, Json::String),
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(b'@') => self.filled(),
            _ => self.word(),
        };
        Node::new(json, site(start))
    }

    fn object(&mut self, depth: usize) -> Json<'a> {
        let first = self.members.len();
        self.at += 1;
        self.space();
        if self.eat(b'}') {
            return Json::Object(Vec::new());
        }
        loop {
            let start = self.at;
            let key = match self.peek() {
                Some(b'"') => self.string(),
                Some(b'}') => {
                    self.fault(start, "there is a trailing comma before `}`".into());
                    None
                }
                _ => {
                    let found = self.found();
                    let help = "keys must be in double quotes";
                    self.fault_help(start, format!("expected a key, found {found}"), help);
                    None
                }
            };
            let Some(key) = key else { break };
            self.space();
            if !self.eat(b':') {
                let found = self.found();
                self.fault(self.at, format!("expected `:` after the key, found {found}"));
                break;
            }
            self.space();
            let value = self.value(depth);
            self.members.push(Member { key: At { value: key, site: site(start) }, value });
            if self.stopped || !self.more(b'}') {
                break;
            }
        }
        if self.stopped {
            self.members.push(Member::unread(site(self.at)));
        }
        Json::Object(self.members.split_off(first))
    }

    fn array(&mut self, depth: usize) -> Json<'a> {
        let first = self.items.len();
        self.at += 1;
        self.space();
        if self.eat(b']') {
            return Json::Array(Vec::new());
        }
        loop {
            if self.peek() == Some(b']') {
                self.fault(self.at, "there is a trailing comma before `]`".into());
                break;
            }
            let item = self.value(depth);
            self.items.push(item);
            if self.stopped || !self.more(b']') {
                break;
            }
        }
        if self.stopped {
            self.items.push(Node::new(Json::Broken, site(self.at)));
        }
        Json::Array(self.items.split_off(first))
    }

    /// After a member or item: whether another one follows.
    fn more(&mut self, close: u8) -> bool {
        self.space();
        if self.eat(b',') {
            self.space();
            return true;
        }
        if !self.eat(close) {
            let found = self.found();
            let close = char::from(close);
            self.fault(self.at, format!("expected `,` or `{close}`, found {found}"));
        }
        false
    }

    fn word(&mut self) -> Json<'a> {
        let word = token(self.text, self.at);
        let json = match word {
            "null" => Json::Null,
            "true" => Json::Bool(true),
            "false" => Json::Bool(false),
            _ => {
                let found = self.found();
                let help = match word {
                    "True" | "TRUE" => "in JSON, write `true`",
                    "False" | "FALSE" => "in JSON, write `false`",
                    "None" | "nil" | "NULL" | "undefined" => "in JSON, write `null`",
                    _ if found == "`'`" || found == "`\\'`" => "strings must be in double quotes",
                    _ if found == "`/`" => "JSON has no comments",
                    _ => "",
                };
                self.fault_help(self.at, format!("expected a value, found {found}"), help);
                return Json::Broken;
            }
        };
        self.at += word.len();
        json
    }

    fn number(&mut self) -> Json<'a> {
        let word = token(self.text, self.at);
        if is_number(word) {
            self.at += word.len();
            return Json::Number(Cow::Borrowed(word));
        }
        self.fault(self.at, format!("`{word}` is not a JSON number"));
        Json::Broken
    }

    fn filled(&mut self) -> Json<'a> {
        let word = token(self.text, self.at);
        let number = word.get(1..).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()));
        if let Some(json) = number.and_then(|digits| digits.parse().ok()).and_then(self.hole) {
            self.at += word.len();
            return json;
        }
        self.fault(self.at, format!("expected a value, found `{word}`"));
        Json::Broken
    }

    /// The string at the cursor, borrowed when it has no escape.
    fn string(&mut self) -> Option<Cow<'a, str>> {
        let open = self.at;
        self.at += 1;
        self.plain();
        let plain = self.text.get(open + 1..self.at).unwrap_or_default();
        if self.eat(b'"') { Some(Cow::Borrowed(plain)) } else { self.escaped(open, plain).map(Cow::Owned) }
    }

    /// The rest of the string that starts at `open`, behind its first bytes.
    fn escaped(&mut self, open: usize, plain: &str) -> Option<String> {
        let mut text = plain.to_owned();
        loop {
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    return Some(text);
                }
                Some(b'\\') => {
                    text.push(self.escape()?);
                    let run = self.at;
                    self.plain();
                    text.push_str(self.text.get(run..self.at).unwrap_or_default());
                }
                Some(control) => {
                    let message = format!("a string contains the control character U+{control:04X}");
                    let help = format!("write it as an escape, `\\u{control:04x}`");
                    self.fault_help(self.at, message, &help);
                    return None;
                }
                None => {
                    self.fault(open, "the string has no closing quote".into());
                    return None;
                }
            }
        }
    }

    /// The character that the escape at the cursor stands for.
    fn escape(&mut self) -> Option<char> {
        let start = self.at;
        let Some(escaped) = self.text.as_bytes().get(start + 1) else {
            self.fault(start, "the string has no closing quote".into());
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
                return self.unicode(start);
            }
            _ => {
                let escape: String = self.text.get(start..).unwrap_or_default().chars().take(2).collect();
                let message = format!("`{}` is not a JSON escape", escape.replace('\n', "\\n"));
                self.fault_help(start, message, "for a backslash itself, write `\\\\`");
                return None;
            }
        };
        self.at += 2;
        Some(plain)
    }

    /// `\uXXXX`, or the pair of two that characters beyond U+FFFF take.
    fn unicode(&mut self, start: usize) -> Option<char> {
        let Some(first) = self.hex() else {
            self.fault(start, "`\\u` needs four hexadecimal digits".into());
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
            self.fault(start, message);
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

#[cfg(test)]
mod tests {
    use super::*;

    fn whole(text: &str) -> Node<'_> {
        let out = Findings::new();
        let node = json(text, &|_| None, &out);
        assert!(out.finish().is_empty(), "{text}");
        node
    }

    fn fault(text: &str) -> (u32, String) {
        let out = Findings::new();
        json(text, &|_| None, &out);
        let findings = out.finish();
        assert_eq!(findings.len(), 1, "{text}");
        (findings[0].site.0, findings[0].message.clone())
    }

    #[test]
    fn places_are_the_first_bytes_of_keys_and_values() {
        let node = whole("\u{feff} {\"ä\": [1, \"x\"]}");
        assert_eq!(node.site, Site(4));
        let member = node.member("ä").unwrap();
        assert_eq!((member.key.site, member.value.site), (Site(5), Site(11)));
        assert_eq!(member.value.as_array().unwrap()[1].site, Site(15));
    }

    #[test]
    fn strings_are_borrowed_unless_they_hold_an_escape() {
        let node = whole(r#"["plain ä", "\u00e4\n\/\ud83d\ude00"]"#);
        let items = node.as_array().unwrap();
        assert!(matches!(&items[0].json, Json::String(Cow::Borrowed("plain ä"))));
        assert_eq!(items[1].as_str(), Some("ä\n/😀"));
    }

    #[test]
    fn what_is_special_in_a_string_is_seen_at_every_place() {
        for length in 0..20 {
            // Bytes that differ from special ones in one bit are none.
            for plain in [
                "a".repeat(length),
                "\u{7f}".repeat(length),
                "!#[]\u{a2}\u{dc}".chars().cycle().take(length).collect(),
            ] {
                assert_eq!(whole(&format!("\"{plain}\"")).as_str(), Some(plain.as_str()));
                let escape = format!("\"{plain}\\\"{plain}\"");
                assert_eq!(whole(&escape).as_str(), Some(format!("{plain}\"{plain}").as_str()));
                for control in ["\0", "\n", "\u{1f}"] {
                    let (at, _) = fault(&format!("\"{plain}{control}{plain}\""));
                    assert_eq!(at as usize, 1 + plain.len());
                }
            }
        }
    }

    #[test]
    fn a_fault_is_told_at_its_place() {
        assert_eq!(fault("[1 2]"), (3, "expected `,` or `]`, found `2`".into()));
        assert_eq!(fault("{\"a\" 1}"), (5, "expected `:` after the key, found `1`".into()));
        assert_eq!(fault("{a: 1}"), (1, "expected a key, found `a`".into()));
        assert_eq!(fault("[\"a\nb\"]"), (3, "a string contains the control character U+000A".into()));
        assert_eq!(fault("[\"\\x\"]"), (2, "`\\x` is not a JSON escape".into()));
        assert_eq!(fault("[\"\\u12\"]"), (2, "`\\u` needs four hexadecimal digits".into()));
        assert_eq!(
            fault("[\"\\ude00\"]"),
            (2, "`\\ude00` is half of a surrogate pair, and the other half is missing".into())
        );
        assert_eq!(fault("\"\\"), (1, "the string has no closing quote".into()));
        assert_eq!(fault("[\"open"), (1, "the string has no closing quote".into()));
        assert_eq!(fault(" \n"), (0, "expected a value, found the end".into()));
        assert_eq!(fault("[1] // no"), (4, "the definition has ended, but `/` follows".into()));
    }

    #[test]
    fn places_are_where_characters_start() {
        let text = "[\"\\ä";
        let out = Findings::new();
        let node = json(text, &|_| None, &out);
        let end = node.as_array().unwrap().last().unwrap().site;
        assert!(text.is_char_boundary(end.0 as usize), "{end:?}");
    }

    #[test]
    fn what_was_read_before_a_fault_is_kept_and_its_end_marked() {
        let out = Findings::new();
        let node = json(r#"{"a": 1, "b": [2, x"#, &|_| None, &out);
        assert!(node.is_partial());
        assert_eq!(node.get("a"), Some(&Node::from(1)));
        assert!(node.get("b").is_some_and(Node::is_partial));
    }
}
