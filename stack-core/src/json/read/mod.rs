//! A strict JSON reader (RFC 8259) that remembers places.
//!
//! A `Site` is the byte offset of the first byte of a value or key. Where it is plain what a faulty text means, the
//! reader goes on, so that one fault does not hide those of other states; what it could not understand is
//! [`Json::Broken`]. At any other fault it stops and returns what it has, with [`Json::Broken`] at the end of each
//! object and array that was still open, so that rules do not take what may have followed for absent.

mod fault;
mod holes;
mod recovery;
mod string;

pub use fault::{Fault, MAX_DEPTH, Mend};

use super::scan::{self, is_number, token};
use super::{At, Json, Member, Node, Site};
use std::borrow::Cow;

/// The holes of a text, in the order of the text: the byte of each, and what the value has there.
///
/// - At a value, `null` stands in the text.
/// - At a key, `""` stands in the text, and the table has [`Json::Broken`]: neither the names nor the number of these
///   members are known ([`Member::unread`]). The value behind the key counts for nothing.
///
/// A byte where neither stands is a fault of the text.
pub type Holes<'r, 'a> = &'r [(u32, Json<'a>)];

/// Reads one JSON text, and says what is wrong with it. A byte order mark at its start is skipped.
///
/// What `holes` says of the text stands in the value in the end; see [`Holes`]. A value inside more than
/// [`MAX_DEPTH`] others ends the reading.
pub fn read<'a>(text: &'a str, holes: Holes<'_, 'a>) -> (Node<'a>, Vec<Fault>) {
    let at = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let (members, items) = (Vec::with_capacity(64), Vec::with_capacity(16));
    let mut reader = Reader {
        text,
        at,
        holes,
        misplaced: None,
        faults: Vec::new(),
        stopped: false,
        last: usize::MAX,
        members,
        items,
    };
    reader.space();
    let node = reader.value(0);
    reader.space();
    if !reader.stopped && node.json != Json::Broken && reader.at < text.len() {
        reader.after_the_end();
    }
    reader.require_all_holes();
    (node, reader.faults)
}

struct Reader<'a, 'r> {
    text: &'a str,
    at: usize,
    /// The holes behind the cursor.
    holes: Holes<'r, 'a>,
    /// The place of the first hole that nothing stands for.
    misplaced: Option<u32>,
    faults: Vec<Fault>,
    /// There was a fault after which nothing is read.
    stopped: bool,
    /// Where the last fault is.
    last: usize,
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
        while let Some(byte) = self.peek() {
            match byte {
                // Most blanks are indentation.
                b'\n' => {
                    self.at += 1;
                    self.eights(scan::spaces);
                }
                b' ' | b'\t' | b'\r' => self.at += 1,
                _ => return,
            }
        }
    }

    fn space_or_comments(&mut self) {
        self.space();
        while self.peek() == Some(b'/') && self.comment() {}
    }

    /// Goes on to the end of a string, or to what is special in it.
    fn plain(&mut self) {
        if !self.eights(scan::plain) {
            self.skip(|byte| byte == b'"' || byte == b'\\' || byte < b' ');
        }
    }

    /// Advances eight bytes at a time while `count` says that all eight may be passed, then by the number that it gives
    /// for the last. `false` if fewer than eight bytes are left, which the caller must look at one by one.
    fn eights(&mut self, count: impl Fn(u64) -> u32) -> bool {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let (eights, _) = rest.as_chunks();
        for eight in eights {
            let passed = count(u64::from_le_bytes(*eight)) as usize;
            self.at += passed;
            if passed < eight.len() {
                return true;
            }
        }
        false
    }

    fn value(&mut self, depth: usize) -> Node<'a> {
        let start = self.at;
        let site = site(start);
        // Each arm makes its own node, so that nothing is copied from one place to another on the way.
        match self.peek() {
            Some(b'{' | b'[') if depth >= MAX_DEPTH => {
                self.stopped = true;
                self.faults.push(Fault::too_deep(site));
                Node::new(Json::Broken, site)
            }
            Some(b'{') => Node::new(Json::Object(self.object(depth + 1)), site),
            Some(b'[') => Node::new(Json::Array(self.array(depth + 1)), site),
            Some(b'"') => match self.string() {
                Some(text) => Node::new(Json::String(text), site),
                None => Node::new(Json::Broken, site),
            },
            Some(b'-' | b'0'..=b'9') => Node::new(self.number(), site),
            Some(b'/') if self.comment() => self.value(depth),
            _ => Node::new(self.word(), site),
        }
    }

    fn object(&mut self, depth: usize) -> Vec<Member<'a>> {
        let first = self.members.len();
        self.at += 1;
        self.space_or_comments();
        if self.eat(b'}') {
            return Vec::new();
        }
        loop {
            let start = self.at;
            let key = match self.peek() {
                Some(b'"') => match self.string() {
                    Some(key) => key,
                    None if self.stopped => break,
                    // What a string with a fault says is not known, so neither is what its value is for.
                    None => Cow::Borrowed(""),
                },
                _ => match self.odd_key() {
                    Some(key) if !self.stopped => key,
                    _ => break,
                },
            };
            let is_unread = key.is_empty() && self.is_unread(start);
            self.space();
            if !self.eat(b':') && !self.no_colon() {
                break;
            }
            self.space();
            let value = self.value(depth);
            if is_unread {
                self.unread(start);
            } else {
                self.members.push(Member { key: At { value: key, site: site(start) }, value });
            }
            if self.stopped || !self.more(b'}') {
                break;
            }
        }
        if self.stopped {
            self.members.push(Member::unread(site(self.at)));
        }
        self.members.split_off(first)
    }

    /// A member that could not be read.
    #[cold]
    fn unread(&mut self, start: usize) {
        self.members.push(Member::unread(site(start)));
    }

    fn array(&mut self, depth: usize) -> Vec<Node<'a>> {
        let first = self.items.len();
        self.at += 1;
        self.space_or_comments();
        if self.eat(b']') {
            return Vec::new();
        }
        loop {
            if self.peek() == Some(b']') {
                self.comma_before(b']');
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
        self.items.split_off(first)
    }

    /// After a member or item: whether another one follows.
    fn more(&mut self, close: u8) -> bool {
        self.space();
        if self.eat(b',') {
            self.space();
            return true;
        }
        !self.eat(close) && self.no_comma(close)
    }

    fn word(&mut self) -> Json<'a> {
        let word = token(self.text, self.at);
        let json = match word {
            "null" => self.null(),
            "true" => Json::Bool(true),
            "false" => Json::Bool(false),
            _ => return self.odd_value(word),
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
        self.odd_value(word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole(text: &str) -> Node<'_> {
        let (node, faults) = read(text, &[]);
        assert!(faults.is_empty(), "{text}");
        node
    }

    fn fault(text: &str) -> (u32, String) {
        let (_, faults) = read(text, &[]);
        assert_eq!(faults.len(), 1, "{text}");
        (faults[0].site.0, faults[0].message.clone())
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
    fn what_is_special_in_a_string_is_found_at_every_offset() {
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
    fn a_fault_is_reported_at_its_place() {
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
        assert_eq!(fault("[1] no"), (4, "the definition has ended, but `no` follows".into()));
    }

    #[test]
    fn places_are_where_characters_start() {
        let text = "[\"\\ä";
        let (node, _) = read(text, &[]);
        let end = node.as_array().unwrap().last().unwrap().site;
        assert!(text.is_char_boundary(end.0 as usize), "{end:?}");
    }

    #[test]
    fn what_was_read_before_a_fault_is_kept_and_its_end_marked() {
        let (node, _) = read(r#"{"a": 1, "b": [2, x"#, &[]);
        assert!(node.is_partial());
        assert_eq!(node.get("a"), Some(&Node::from(1)));
        assert!(node.get("b").is_some_and(Node::is_partial));
    }
}
