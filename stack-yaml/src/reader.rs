//! The reader: every key and value gets a site, and a table says which bytes it stands for.
//!
//! Aliases are what they stand for, with the place of the alias; how much they may stand for is bounded.

use crate::outdented;
use crate::rules::{too_many_aliases, yaml_syntax};
use crate::scalar::{self, Version};
use crate::tree::{Size, owned, put, size};
use saphyr_parser::{Event, Marker, Parser, ScanError, Span, StrInput, Tag};
use stack_core::finding::Findings;
use stack_core::finding::Rule;
use stack_core::json::read::MAX_DEPTH;
use stack_core::json::{At, Json, Member, Node, Site};
use stack_core::rules::documents::too_deep;
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::ops::{Range, RangeInclusive};

/// So many values may be copied for aliases.
const MAX_COPIED: usize = 100_000;

/// So many bytes may be read once more because of closing brackets that stand too far left.
const MAX_READ_AGAIN: usize = 32 << 20;

/// What local tags stand for.
pub type Tags<'t> = &'t dyn Fn(&str) -> Result<String, &'static str>;

/// The bytes of each site.
pub type Table = Vec<Range<usize>>;

/// Reads a text of one document. The first fault ends the reading, as in core's reader of JSON.
///
/// A value with a local tag, `!Sub x`, becomes an object with one member, whose key is what `tag` gives for `Sub`.
///
/// Reports [`yaml_syntax`] for the first fault of the text, [`too_deep`] for a value inside more than [`MAX_DEPTH`]
/// others, and [`too_many_aliases`]. A tag that `tag` refuses, with a word of help, is [`yaml_syntax`] too, and does
/// not end the reading.
pub fn read<'a>(text: &'a str, tag: Tags<'_>, out: &Findings) -> (Node<'a>, Table) {
    read_version(text, Version::Core, tag, out)
}

/// The same as YAML 1.1, which CloudFormation reads in templates: without quotes, `yes`, `no`, `on` and `off` are booleans.
pub fn read_1_1<'a>(text: &'a str, tag: Tags<'_>, out: &Findings) -> (Node<'a>, Table) {
    read_version(text, Version::Old, tag, out)
}

fn read_version<'a>(text: &'a str, version: Version, tag: Tags<'_>, out: &Findings) -> (Node<'a>, Table) {
    let mut at = match attempt(text, version, tag, out, MAX_READ_AGAIN) {
        Ok(read) => return read,
        Err(at) => at,
    };
    let mut left = MAX_READ_AGAIN;
    let original = text;
    let mut text = text.to_owned();
    // What an attempt has found is found again at the same places, and reported once.
    loop {
        left = left.saturating_sub(text.len());
        if let Some(pulled) = outdented::pulled_up(&text, at) {
            text = pulled;
        }
        match attempt(&text, version, tag, out, left) {
            Ok((node, mut table)) => {
                // A comment that gave way to blanks may have had longer characters.
                for range in &mut table {
                    *range =
                        original.floor_char_boundary(range.start)..original.floor_char_boundary(range.end);
                }
                return (owned(node), table);
            }
            Err(next) => at = next,
        }
    }
}

/// Reads a text, unless a bracket that stands too far left can be pulled up: then it is at that byte. `left` says how many
/// bytes more may be read because of that.
fn attempt<'a>(
    text: &'a str,
    version: Version,
    tag: Tags<'_>,
    out: &Findings,
    left: usize,
) -> Result<(Node<'a>, Table), usize> {
    let mut reader = Reader {
        parser: Parser::new_from_str(text),
        text,
        version,
        tag,
        offsets: offsets(text),
        table: Vec::new(),
        out,
        anchors: HashMap::new(),
        copied: 0,
        stopped: false,
        closed: Vec::new(),
        may_pull_up: left > text.len(),
        outdented: None,
    };
    let mut node = reader.document();
    reader.reopen(&mut node);
    match reader.outdented {
        Some(at) => Err(at),
        None => Ok((node, reader.table)),
    }
}

/// The byte of every character, if that is not its number.
fn offsets(text: &str) -> Option<Vec<u32>> {
    let offset = |(at, _): (usize, char)| u32::try_from(at).unwrap_or(u32::MAX);
    (!text.is_ascii()).then(|| text.char_indices().map(offset).collect())
}

struct Reader<'a, 'r> {
    parser: Parser<'a, StrInput<'a>>,
    text: &'a str,
    version: Version,
    tag: Tags<'r>,
    offsets: Option<Vec<u32>>,
    table: Table,
    out: &'r Findings,
    /// What aliases stand for, with its size and height, and its sites.
    anchors: HashMap<usize, (Node<'a>, Size, RangeInclusive<Site>)>,
    copied: usize,
    stopped: bool,
    /// The mappings and lists that ended behind the last value, the outermost last.
    closed: Vec<Site>,
    may_pull_up: bool,
    /// The bracket that stands too far left.
    outdented: Option<usize>,
}

impl<'a> Reader<'a, '_> {
    fn document(&mut self) -> Node<'a> {
        while let Some((event, span)) = self.next() {
            match event {
                Event::StreamStart | Event::DocumentStart(_) => {}
                Event::StreamEnd => break,
                event => {
                    let node = self.value(event, span, 0);
                    self.rest();
                    return node;
                }
            }
        }
        let end = self.text.len();
        if !self.stopped {
            self.fault(&yaml_syntax::RULE, end..end, "the file is empty".into());
        }
        Node::new(Json::Broken, self.site(end..end))
    }

    /// What follows the first document: nothing, or a fault.
    fn rest(&mut self) {
        while let Some((event, span)) = self.next() {
            match event {
                Event::DocumentEnd | Event::StreamEnd => {}
                _ => {
                    let range = self.range(span);
                    self.fault(&yaml_syntax::RULE, range, "a second document follows the first".into());
                }
            }
        }
    }

    fn next(&mut self) -> Option<(Event<'a>, Span)> {
        if self.stopped {
            return None;
        }
        match self.parser.next_event()? {
            Ok(next) => {
                if !matches!(next.0, Event::MappingEnd | Event::SequenceEnd) {
                    self.closed.clear();
                }
                Some(next)
            }
            Err(error) => {
                self.scan_error(&error);
                None
            }
        }
    }

    fn scan_error(&mut self, error: &ScanError) {
        let info = error.info();
        // What the reader was doing is in front of what is wrong.
        let wrong =
            info.strip_prefix("while ").and_then(|info| Some(info.split_once(", ")?.1)).unwrap_or(info);
        let at = self.byte(error.marker());
        if wrong == "recursion limit exceeded" {
            self.too_deep(at..at);
            return;
        }
        if self.may_pull_up && wrong == "invalid indentation" && outdented::pulled_up(self.text, at).is_some()
        {
            self.stopped = true;
            self.outdented = Some(at);
            return;
        }
        self.fault(&yaml_syntax::RULE, at..at, wrong.trim_end_matches('.').to_lowercase());
    }

    fn fault(&mut self, rule: &'static Rule, range: Range<usize>, message: String) {
        self.stopped = true;
        let site = self.site(range);
        self.out.report(rule, site, message);
    }

    fn too_deep(&mut self, range: Range<usize>) {
        self.fault(&too_deep::RULE, range, too_deep::message());
    }

    fn site(&mut self, range: Range<usize>) -> Site {
        self.table.push(range);
        Site(u32::try_from(self.table.len() - 1).unwrap_or(u32::MAX))
    }

    /// The bytes of a site.
    fn place(&self, site: Site) -> Range<usize> {
        let number = usize::try_from(site.0).unwrap_or(usize::MAX);
        self.table.get(number).cloned().unwrap_or(self.text.len()..self.text.len())
    }

    fn byte(&self, marker: &Marker) -> usize {
        let index = marker.index();
        match &self.offsets {
            None => index.min(self.text.len()),
            Some(offsets) => offsets.get(index).map_or(self.text.len(), |&at| at as usize),
        }
    }

    fn range(&self, span: Span) -> Range<usize> {
        self.byte(&span.start)..self.byte(&span.end)
    }

    /// The value that the event starts.
    fn value(&mut self, event: Event<'a>, span: Span, depth: usize) -> Node<'a> {
        let range = self.range(span);
        let (json, anchor, tag) = match event {
            Event::Scalar(text, style, anchor, tag) => {
                let json = scalar::json(text, style, tag.as_deref(), self.version);
                let site = self.site(range);
                let node = self.tagged(Node::new(json, site), tag.as_deref());
                return self.keep(anchor, node);
            }
            Event::Alias(anchor) => return self.alias(anchor, range, depth),
            Event::SequenceStart(anchor, tag) => (Json::Array(Vec::new()), anchor, tag),
            Event::MappingStart(anchor, tag) => (Json::Object(Vec::new()), anchor, tag),
            _ => (Json::Broken, 0, None),
        };
        if depth >= MAX_DEPTH {
            self.too_deep(range.start..range.start);
            return Node::new(Json::Broken, self.site(range));
        }
        // The parser's span of a block runs to its first token; a place is where that starts.
        let opening = self.text.get(range.clone()).unwrap_or_default();
        let first = if opening.trim().is_empty() {
            range.end..range.end
        } else {
            range.start..range.start + opening.trim_end().len()
        };
        let site = self.site(first);
        let json = match json {
            Json::Array(items) => self.items(items, depth + 1),
            Json::Object(members) => self.members(members, depth + 1),
            json => json,
        };
        if !self.stopped {
            self.closed.push(site);
        }
        let node = self.tagged(Node::new(json, site), tag.as_deref());
        self.keep(anchor, node)
    }

    /// What ended right in front of a fault may have been meant to go on: a line that is indented too little ends a
    /// mapping.
    fn reopen(&self, mut node: &mut Node<'a>) {
        if !self.stopped {
            return;
        }
        loop {
            let site = node.site;
            let closed = self.closed.contains(&site);
            match &mut node.json {
                Json::Object(members) => {
                    if closed {
                        members.push(Member::unread(site));
                        return;
                    }
                    let Some(last) = members.iter_mut().rev().find(|member| !member.is_unread()) else {
                        return;
                    };
                    node = &mut last.value;
                }
                Json::Array(items) => {
                    if closed {
                        items.push(Node::new(Json::Broken, site));
                        return;
                    }
                    let Some(last) = items.iter_mut().rev().find(|item| item.json != Json::Broken) else {
                        return;
                    };
                    node = last;
                }
                _ => return,
            }
        }
    }

    /// The value, or what its tag makes of it.
    fn tagged(&mut self, node: Node<'a>, tag: Option<&Tag>) -> Node<'a> {
        let local = tag.filter(|tag| tag.handle == "!" && !tag.suffix.is_empty());
        let Some(name) = local.map(|tag| tag.suffix.as_str()).filter(|_| !self.stopped) else { return node };
        let site = node.site;
        let key = match (self.tag)(name) {
            Ok(key) => key,
            Err(help) => {
                let mut range = self.place(site);
                if self.text.get(range.start + 1..).is_some_and(|rest| rest.starts_with(name)) {
                    range.end = range.start + 1 + name.len();
                }
                let site = self.site(range);
                let message = format!("the tag `!{name}` has no meaning here");
                self.out.report(&yaml_syntax::RULE, site, message).help(help);
                return Node::new(Json::Broken, site);
            }
        };
        let key = At { value: Cow::Owned(key), site };
        Node::new(Json::Object(vec![Member { key, value: node }]), site)
    }

    fn items(&mut self, mut items: Vec<Node<'a>>, depth: usize) -> Json<'a> {
        while let Some((event, span)) = self.next() {
            if matches!(event, Event::SequenceEnd) {
                return Json::Array(items);
            }
            items.push(self.value(event, span, depth));
        }
        let end = self.site(self.text.len()..self.text.len());
        let mut json = Json::Array(items);
        unread(&mut json, end);
        json
    }

    fn members(&mut self, mut members: Vec<Member<'a>>, depth: usize) -> Json<'a> {
        let mut merged = Vec::new();
        while let Some((event, span)) = self.next() {
            let range = self.range(span);
            let key = match event {
                Event::MappingEnd => {
                    if !merged.is_empty() {
                        merge(&mut members, merged);
                    }
                    return Json::Object(members);
                }
                Event::Scalar(text, _, anchor, _) => {
                    let site = self.site(range);
                    self.keep(anchor, Node::new(Json::String(text.clone()), site));
                    At { value: text, site }
                }
                _ => {
                    self.fault(&yaml_syntax::RULE, range, "a key is a list, a mapping or an alias".into());
                    break;
                }
            };
            let Some((event, span)) = self.next() else { break };
            let value = self.value(event, span, depth);
            if key.value == "<<" {
                merged.push(value);
            } else {
                members.push(Member { key, value });
            }
        }
        let end = self.site(self.text.len()..self.text.len());
        let mut json = Json::Object(members);
        unread(&mut json, end);
        json
    }

    /// Remembers the value if it has an anchor.
    fn keep(&mut self, anchor: usize, node: Node<'a>) -> Node<'a> {
        if anchor > 0 && !self.stopped {
            let size = size(&node);
            if self.copies(size) {
                let last = u32::try_from(self.table.len()).unwrap_or(u32::MAX).saturating_sub(1);
                self.anchors.insert(anchor, (node.clone(), size, node.site..=Site(last)));
            }
        }
        node
    }

    /// Whether so many more values may be copied; that they may not is a fault.
    fn copies(&mut self, size: Size) -> bool {
        self.copied += size.values;
        let fits = self.copied <= MAX_COPIED;
        if !fits && !self.stopped {
            let end = self.table.last().cloned().unwrap_or_default();
            self.fault(
                &too_many_aliases::RULE,
                end,
                format!("the aliases stand for more than {MAX_COPIED} values in total"),
            );
        }
        fits
    }

    fn alias(&mut self, anchor: usize, range: Range<usize>, depth: usize) -> Node<'a> {
        let site = self.site(range.clone());
        let Some(&(_, size, _)) = self.anchors.get(&anchor) else {
            if !self.stopped {
                self.fault(&yaml_syntax::RULE, range, "the alias is inside what it names".into());
            }
            return Node::new(Json::Broken, site);
        };
        if depth + size.height > MAX_DEPTH {
            self.too_deep(range);
            return Node::new(Json::Broken, site);
        }
        if !self.copies(size) {
            return Node::new(Json::Broken, site);
        }
        match self.anchors.get(&anchor) {
            Some((node, _, sites)) => {
                self.out.copied(site, sites.clone());
                let mut node = node.clone();
                put(&mut node, site);
                node
            }
            None => Node::new(Json::Broken, site),
        }
    }
}

/// Adds the members of mappings, and of lists of mappings, whose keys are not there yet.
fn merge<'a>(members: &mut Vec<Member<'a>>, from: Vec<Node<'a>>) {
    let mut keys: HashSet<String> = members.iter().map(|member| member.key.value.to_string()).collect();
    // What is still to be added, the next one last.
    let mut open: Vec<Node<'a>> = from.into_iter().rev().collect();
    while let Some(node) = open.pop() {
        match node.json {
            Json::Object(others) => {
                members.extend(others.into_iter().filter(|it| keys.insert(it.key.value.to_string())));
            }
            Json::Array(items) => open.extend(items.into_iter().rev()),
            _ => {}
        }
    }
}

/// Marks a list or a mapping in which the reading stopped as one that has more, and its last value, too: what is
/// wrong is often the indentation, so that the line belongs to a mapping that has ended before it.
fn unread(json: &mut Json<'_>, site: Site) {
    match json {
        Json::Array(items) => {
            if let Some(last) = items.last_mut() {
                unread(&mut last.json, site);
            }
            items.push(Node::new(Json::Broken, site));
        }
        Json::Object(members) => {
            if let Some(last) = members.last_mut() {
                unread(&mut last.value.json, site);
            }
            members.push(Member::unread(site));
        }
        _ => {}
    }
}
