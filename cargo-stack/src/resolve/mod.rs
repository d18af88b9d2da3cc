//! From the core's edits, which say what they change, to bytes of a document and what stands there instead.
//!
//! An edit that cannot be made without a doubt has none: one in an alias of YAML or an intrinsic function of
//! CloudFormation, in folded lines, or in a text that was put together.

mod plain;

use crate::places::Places;
use crate::written::{INDICATORS, Style, Written, written};
use plain::yaml_string;
use stack_core::finding::Edit;
use stack_core::json::write::{compact, string};
use stack_core::json::{Json, Member, Node, Site};
use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;

/// Bytes of a text, and what stands there instead.
pub(crate) type Replacement = (Range<usize>, String);

/// A document in which edits are made.
pub(crate) struct Resolver<'d> {
    /// The text that the sites are of: the document's own, or one that is embedded in it.
    text: &'d str,
    outer: &'d str,
    places: &'d Places<'d>,
    /// What stands where, in the order of the sites.
    nodes: Vec<(Site, Slot<'d>)>,
    /// The last string that was asked for: many edits may be in a long one.
    last: RefCell<Option<LastString>>,
}

/// The site of a string, where it is, and how it is written.
type LastString = (Site, Range<usize>, Option<Rc<Written>>);

/// What stands at a site.
#[derive(Clone, Copy)]
enum Slot<'d> {
    Key(&'d Member<'d>),
    Value(&'d Node<'d>),
}

impl<'d> Resolver<'d> {
    /// The document of that text, with what was read of it.
    pub(crate) fn new(outer: &'d str, places: &'d Places<'d>, root: &'d Node<'d>) -> Self {
        let text = match places {
            Places::Embedded(embedded) => embedded.text,
            Places::Offsets | Places::Table(_) | Places::Made(_) => outer,
        };
        let mut nodes = Vec::new();
        index(root, &mut nodes);
        // They are in order, but for what an alias of YAML repeats; the first one at a site stays the first.
        nodes.sort_by_key(|(site, _)| *site);
        Resolver { text, outer, places, nodes, last: RefCell::new(None) }
    }

    /// What has to be replaced for these edits; none if one of them cannot be made.
    pub(crate) fn resolve(&self, edits: &[Edit]) -> Option<Vec<Replacement>> {
        let mut all = Vec::new();
        for edit in edits {
            for (range, text) in self.edit(edit)? {
                all.push(match self.places {
                    Places::Embedded(embedded) => embedded.replace(range, &text)?,
                    Places::Offsets | Places::Table(_) => (range, text),
                    Places::Made(_) => return None,
                });
            }
        }
        all.sort_by_key(|(range, _)| range.start);
        let is_apart = all.is_sorted_by(|(before, _), (after, _)| before.end <= after.start);
        is_apart
            .then_some(all)
            .filter(|all| all.iter().all(|(range, _)| self.outer.get(range.clone()).is_some()))
    }

    /// What stands at a site.
    fn slot(&self, site: Site) -> Option<Slot<'d>> {
        let first = self.nodes.partition_point(|(before, _)| *before < site);
        self.nodes.get(first).filter(|(at, _)| *at == site).map(|(_, slot)| *slot)
    }

    fn is_json(&self) -> bool {
        !matches!(self.places, Places::Table(_))
    }

    fn edit(&self, edit: &Edit) -> Option<Vec<Replacement>> {
        match edit {
            Edit::Text { site, bytes, text } => Some(vec![self.string(*site, bytes, text)?]),
            Edit::Value { site, json } => Some(vec![self.value(*site, json)?]),
            Edit::Wrap { site } => {
                let Slot::Value(node) = self.slot(*site)? else { return None };
                let (start, end) = (self.range(*site).start, self.end(node)?);
                Some(vec![(start..start, "[".into()), (end..end, "]".into())])
            }
            Edit::Remove { site } => Some(vec![(self.removal(*site)?, String::new())]),
            Edit::Insert { beside, key, json } => Some(vec![self.insertion(*beside, key, json)?]),
            Edit::Source { site, length, text } => {
                let start = usize::try_from(site.0).ok().filter(|_| self.is_json())?;
                Some(vec![(start..start.checked_add(*length)?, text.clone())])
            }
        }
    }

    /// The bytes of a token.
    fn range(&self, site: Site) -> Range<usize> {
        if self.is_json() {
            return stack_core::json::range(self.text, site);
        }
        // The parser's ranges go on to the next token, over blanks and comments.
        let range = self.places.range(self.text, site);
        let token = self.text.get(range.clone()).unwrap_or_default();
        let length = match token.as_bytes().first() {
            Some(b'"') => closing(token, '"'),
            Some(b'\'') => closing(token, '\''),
            _ => None,
        };
        range.start..range.start + length.unwrap_or(token.trim_end().len())
    }

    /// Some bytes of a string or key.
    fn string(&self, site: Site, bytes: &Range<usize>, new: &str) -> Option<Replacement> {
        let old = match self.slot(site)? {
            Slot::Key(member) => member.key.value.as_ref(),
            Slot::Value(node) => node.as_str()?,
        };
        let (token, written) = self.written(site, old);
        let written = written?;
        match written.style {
            // What can stand without quotes is not seen at a part of it.
            Style::Plain => {
                let whole = [old.get(..bytes.start)?, new, old.get(bytes.end..)?].concat();
                Some((token, yaml_string(&whole, old)))
            }
            _ => written.replace(old, bytes.clone(), new),
        }
    }

    /// Where a string is, and how it is written.
    fn written(&self, site: Site, string: &str) -> (Range<usize>, Option<Rc<Written>>) {
        let mut last = self.last.borrow_mut();
        if let Some((of, range, found)) = &*last
            && *of == site
        {
            return (range.clone(), found.clone());
        }
        let range = self.range(site);
        let is_token = !self.text.get(range.clone()).is_some_and(|token| token.starts_with(['*', '&', '!']));
        let found = if is_token { written(self.text, range.clone(), string).map(Rc::new) } else { None };
        *last = Some((site, range.clone(), found.clone()));
        (range, found)
    }

    /// A string, number or word becomes another value.
    fn value(&self, site: Site, new: &Json<'static>) -> Option<Replacement> {
        let Slot::Value(node) = self.slot(site)? else { return None };
        let range = self.range(site);
        let token = self.text.get(range.clone())?;
        match &node.json {
            Json::Null | Json::Bool(_) | Json::Number(_) => {}
            Json::String(text) if self.is_json() || written(self.text, range.clone(), text)?.is_inline() => {}
            _ => return None,
        }
        // A tag says what a value is, whatever stands behind it.
        let before = self.text.get(..range.start)?.split_whitespace().next_back();
        if !self.is_json() && before.is_some_and(|word| word.starts_with('!')) {
            return None;
        }
        let is_token = self.is_json() || token.starts_with(['"', '\'']) || !token.starts_with(INDICATORS);
        if !is_token || token.contains('\n') {
            return None;
        }
        // YAML has numbers that JSON writes in another way.
        if let (Json::Number(digits), Json::String(text)) = (&node.json, new)
            && (digits != text || token != digits)
        {
            return None;
        }
        Some((range, self.write(new)))
    }

    fn write(&self, json: &Json<'static>) -> String {
        match json {
            Json::String(text) if !self.is_json() => yaml_string(text, ""),
            json => compact(&json.clone().into(), &mut |_, _| {}),
        }
    }

    /// Where a value ends; none for blocks of YAML.
    fn end(&self, node: &Node<'_>) -> Option<usize> {
        let range = self.range(node.site);
        let (inner, close) = match &node.json {
            Json::Array(items) => (items.last(), b']'),
            Json::Object(members) => (members.last().map(|member| &member.value), b'}'),
            Json::Hole(_) | Json::Broken => return None,
            _ => return Some(range.end),
        };
        let open = if close == b']' { b'[' } else { b'{' };
        let bytes = self.text.as_bytes();
        if bytes.get(range.start) != Some(&open) {
            return None;
        }
        let end = inner.map_or(Some(range.start + 1), |inner| self.end(inner))?;
        let mut at = self.after_blanks(end);
        if bytes.get(at) == Some(&b',') && !self.is_json() {
            at = self.after_blanks(at + 1);
        }
        (bytes.get(at) == Some(&close)).then_some(at + 1)
    }

    /// Where the blanks and line breaks end that start at that byte.
    fn after_blanks(&self, at: usize) -> usize {
        let rest = self.text.get(at..).unwrap_or_default();
        at + rest.len() - rest.trim_start().len()
    }

    /// A member or an item, with its comma or its line.
    fn removal(&self, site: Site) -> Option<Range<usize>> {
        let (node, is_key) = match self.slot(site)? {
            Slot::Key(member) => (&member.value, true),
            Slot::Value(node) => (node, false),
        };
        let (start, end) = (self.range(site).start, self.end(node)?);
        let next = self.after_blanks(end);
        match self.text.as_bytes().get(next) {
            Some(b',') => Some(start..self.after_blanks(next + 1)),
            Some(b'}' | b']') => {
                let before = self.text.get(..start)?.trim_end();
                Some(before.strip_suffix(',')?.len()..end)
            }
            _ if self.is_json() => None,
            // A line of a block.
            _ => {
                let line = self.text.get(..start)?.rfind('\n').map_or(0, |newline| newline + 1);
                let front = self.text.get(line..start)?.trim();
                let rest = self.text.get(end..)?;
                let after = rest.split_inclusive('\n').next().unwrap_or_default();
                let is_alone = front == if is_key { "" } else { "-" } && after.trim().is_empty();
                let is_one_line = !self.text.get(start..end)?.contains('\n');
                (is_alone && is_one_line).then(|| line..end + after.len())
            }
        }
    }

    /// Another member next to one.
    fn insertion(&self, beside: Site, key: &str, json: &Json<'static>) -> Option<Replacement> {
        let Slot::Key(member) = self.slot(beside)? else { return None };
        let start = self.range(beside).start;
        let before = self.text.get(..start)?;
        let gap = before.get(before.trim_end().len()..)?;
        if self.is_json() {
            let end = self.end(&member.value)?;
            let colon = self.after_blanks(self.range(beside).end);
            let is_dense = self.after_blanks(colon + 1) == colon + 1;
            let mut text = format!(",{gap}");
            string(key, &mut text);
            text.push_str(if is_dense { ":" } else { ": " });
            text.push_str(&self.write(json));
            return Some((end..end, text));
        }
        let token = self.text.get(self.range(beside))?;
        if token.starts_with(['*', '&', '!', '?']) {
            return None;
        }
        let text = format!("{}: {}", yaml_string(key, ""), self.write(json));
        let flow = before.trim_end().ends_with(['{', ',']);
        if flow {
            return Some((start..start, format!("{text}, ")));
        }
        let line = before.rfind('\n').map_or(0, |newline| newline + 1);
        let front = before.get(line..)?;
        let end = if before.get(..line)?.ends_with("\r\n") { "\r\n" } else { "\n" };
        // In `- a: 1`, the members after the first one stand below `a`.
        let is_front = front.chars().all(|c| c == ' ' || c == '-');
        is_front.then(|| (start..start, format!("{text}{end}{}", " ".repeat(front.len()))))
    }
}

/// The length of a string of YAML in such quotes.
fn closing(token: &str, quote: char) -> Option<usize> {
    let mut characters = token.char_indices().skip(1).peekable();
    while let Some((at, character)) = characters.next() {
        match character {
            '\\' if quote == '"' => drop(characters.next()),
            // In single quotes, two of them are one.
            '\'' if quote == '\'' && characters.peek().is_some_and(|(_, next)| *next == '\'') => {
                characters.next();
            }
            _ if character == quote => return Some(at + 1),
            _ => {}
        }
    }
    None
}

fn index<'d>(node: &'d Node<'d>, nodes: &mut Vec<(Site, Slot<'d>)>) {
    nodes.push((node.site, Slot::Value(node)));
    match &node.json {
        Json::Array(items) => items.iter().for_each(|item| index(item, nodes)),
        Json::Object(members) => {
            for member in members.iter().filter(|member| !member.is_unread()) {
                nodes.push((member.key.site, Slot::Key(member)));
                index(&member.value, nodes);
            }
        }
        _ => {}
    }
}
