//! Prints a value as JSON text: numbers digit for digit, members in their order, the same on every run.

use crate::json::{Hole, Json, Node};

/// The value on one line, without blanks. `hole` writes what stands for a hole; a broken value is `null`.
pub fn compact<'n, 'a>(node: &'n Node<'a>, hole: &mut dyn FnMut(&'n Hole<'a>, &mut String)) -> String {
    let mut writer = Writer { text: String::new(), indent: None, hole };
    writer.value(node);
    writer.text
}

/// The value on one line, without blanks, and its holes as a table beside the text, in order: the byte of each, where
/// `null` stands in the text. The reader puts them back.
pub fn beside_holes<'n, 'a>(node: &'n Node<'a>) -> (String, Vec<(u32, &'n Hole<'a>)>) {
    let mut holes = Vec::new();
    let text = compact(node, &mut |hole, text| {
        holes.push((u32::try_from(text.len()).unwrap_or(u32::MAX), hole));
        text.push_str("null");
    });
    (text, holes)
}

/// The value for people: a line for every member and item, indented by two blanks a level,
/// without a newline at the end. Empty objects and arrays are `{}` and `[]`.
pub fn pretty<'n, 'a>(node: &'n Node<'a>, hole: &mut dyn FnMut(&'n Hole<'a>, &mut String)) -> String {
    let mut writer = Writer { text: String::new(), indent: Some(0), hole };
    writer.value(node);
    writer.text
}

/// How many bytes the value has on one line, if no character needs an escape.
pub(crate) fn length(node: &Node<'_>) -> usize {
    let list = |inner: usize, count: usize| inner + count.max(1) + 1;
    match &node.json {
        Json::Null | Json::Broken | Json::Bool(true) => 4,
        Json::Bool(false) => 5,
        Json::Number(digits) => digits.len(),
        Json::String(text) => text.len() + 2,
        Json::Hole(_) => 0,
        Json::Array(items) => list(items.iter().map(length).sum(), items.len()),
        Json::Object(members) => {
            let one = |key: &str, value: &Node<'_>| key.len() + 3 + length(value);
            list(members.iter().map(|it| one(&it.key.value, &it.value)).sum(), members.len())
        }
    }
}

struct Writer<'h, 'n, 'a> {
    text: String,
    /// The level of a pretty text; none in a compact one.
    indent: Option<usize>,
    hole: &'h mut dyn FnMut(&'n Hole<'a>, &mut String),
}

impl<'n, 'a> Writer<'_, 'n, 'a> {
    fn value(&mut self, node: &'n Node<'a>) {
        match &node.json {
            Json::Null | Json::Broken => self.text.push_str("null"),
            Json::Bool(true) => self.text.push_str("true"),
            Json::Bool(false) => self.text.push_str("false"),
            Json::Number(digits) => self.text.push_str(digits),
            Json::String(text) => string(text, &mut self.text),
            Json::Hole(hole) => (self.hole)(hole, &mut self.text),
            Json::Array(items) => self.list('[', items, ']', |writer, item| writer.value(item)),
            Json::Object(members) => self.list('{', members, '}', |writer, member| {
                string(&member.key.value, &mut writer.text);
                writer.text.push_str(if writer.indent.is_some() { ": " } else { ":" });
                writer.value(&member.value);
            }),
        }
    }

    fn list<T>(&mut self, open: char, items: &'n [T], close: char, each: impl Fn(&mut Self, &'n T)) {
        self.text.push(open);
        self.indent = self.indent.map(|level| level + 1);
        for (i, item) in items.iter().enumerate() {
            if i > 0 {
                self.text.push(',');
            }
            self.line();
            each(self, item);
        }
        self.indent = self.indent.map(|level| level - 1);
        if !items.is_empty() {
            self.line();
        }
        self.text.push(close);
    }

    fn line(&mut self) {
        if let Some(level) = self.indent {
            self.text.push('\n');
            self.text.extend(std::iter::repeat_n("  ", level));
        }
    }
}

/// Appends a string of JSON with its quotes; only what JSON demands is escaped.
pub fn string(text: &str, out: &mut String) {
    out.push('"');
    let mut rest = text;
    while let Some(at) = rest.bytes().position(|byte| byte < b' ' || byte == b'"' || byte == b'\\') {
        let (plain, special) = rest.split_at(at);
        out.push_str(plain);
        let mut characters = special.chars();
        match characters.next() {
            Some('\n') => out.push_str("\\n"),
            Some('\t') => out.push_str("\\t"),
            Some('\r') => out.push_str("\\r"),
            Some('\u{8}') => out.push_str("\\b"),
            Some('\u{c}') => out.push_str("\\f"),
            Some(quoted @ ('"' | '\\')) => out.extend(['\\', quoted]),
            Some(control) => out.push_str(&format!("\\u{:04x}", u32::from(control))),
            None => {}
        }
        rest = characters.as_str();
    }
    out.push_str(rest);
    out.push('"');
}
