//! Objects, and states in the short form `Task { .. }`: keys, attributes, values, and how reading goes on after a fault.

use crate::declaration::{Allowance, AllowanceScope};
use crate::parse::Depth;
use crate::parse::attribute::Attributes;
use crate::parse::cursor::{Cursor, tokens};
use crate::parse::literal::{self, Value};
use crate::parse::place::{Fields, Place};
use crate::parse::reader::Reader;
use crate::sites::Spans;
use proc_macro2::{Delimiter, Group, Ident, TokenTree};
use stack_core::json::{Json, Member, Node};
use stack_core::site::{At, Site};
use std::borrow::Cow;

impl Reader {
    /// Reads the members between braces and appends them.
    pub(crate) fn members(
        &mut self,
        group: &Group,
        mut fields: Fields,
        depth: Depth,
        members: &mut Vec<Member<'static>>,
    ) {
        let Some(depth) = self.deeper(depth, group) else {
            return members.push(Member::unread(self.site(group.span_open())));
        };
        let list = tokens(group.stream());
        let mut cursor = Cursor::inside(&list, group);
        while !cursor.is_empty() {
            let first = self.sites.next();
            let attributes = self.attributes(&mut cursor, matches!(fields, Fields::States));
            if cursor.is_empty() {
                self.fault(cursor.span(), "expected a key after the attribute", &[]);
                break;
            }
            let Some(member) = self.member(&mut cursor, fields, depth, &attributes) else {
                cursor.skip_to_comma();
                cursor.eat(',');
                members.push(Member::unread(self.site(cursor.span())));
                continue;
            };
            if member.key.value == "Type" {
                fields = fields.with_type(member.value.as_str().unwrap_or_default());
            }
            self.allow(attributes, first);
            // The first is the doc comment's.
            let is_second_comment = matches!(fields, Fields::State(_))
                && member.key.value == "Comment"
                && members.first().is_some_and(|first| first.key.value == "Comment" && is_doc(first));
            if is_second_comment {
                self.second_comment(member.key.site);
            } else {
                members.push(member);
            }
            self.separator(&mut cursor, starts_member);
        }
    }

    /// Reports a `Comment` beside a doc comment.
    pub(crate) fn second_comment(&mut self, site: Site) {
        if let Some(spans) = self.sites.get(site) {
            let message = "the doc comment is the `Comment` already";
            self.fault(spans, message, &["keep one of the two"]);
        }
    }

    fn allow(&mut self, attributes: Attributes, first: Site) {
        let last = Site(self.sites.next().0.saturating_sub(1));
        for (rule, state) in attributes.allows {
            if let Some(name) = state {
                let message = "`state` says where an allowance holds, but this one stands on a state";
                let spans = self.sites.get(name.site);
                if let Some(spans) = spans {
                    self.fault(spans, message, &["leave it out"]);
                }
            }
            self.allowances.push(Allowance { rule, scope: AllowanceScope::Range(first, last) });
        }
    }

    fn member(
        &mut self,
        cursor: &mut Cursor<'_>,
        fields: Fields,
        depth: Depth,
        attributes: &Attributes,
    ) -> Option<Member<'static>> {
        let (key, spans) = self.key(cursor)?;
        let (place, known) = fields.member(&key);
        let site = self.site(spans);
        let key: Cow<'static, str> = known.map_or_else(|| key.into(), Cow::Borrowed);
        let value = match (cursor.peek(), place) {
            (None, _) => {
                let node = self.broken(spans, format!("`{key}` has no value"), &[]);
                return Some(Member { key: At { value: key, site }, value: node });
            }
            (Some(token), _) if cursor.at(',') => self.broken(token, format!("`{key}` has no value"), &[]),
            (Some(_), Place::State) => self.state(cursor, depth, attributes),
            (Some(_), place) => self.value(cursor, place, depth),
        };
        Some(Member { key: At { value: key, site }, value })
    }

    /// Reads a key and the `:` behind it; nothing if it is none, which is reported.
    fn key(&mut self, cursor: &mut Cursor<'_>) -> Option<(String, Spans)> {
        let token = cursor.peek()?;
        let key = match token {
            TokenTree::Ident(ident) => plain(ident),
            TokenTree::Literal(literal) => match literal::read("", &literal.to_string()) {
                Ok(Value::String(text)) => text,
                Ok(Value::Number(text)) => {
                    let help = format!("write `\"{text}\"`");
                    self.fault(token, "a key is a word or a string", &[&help]);
                    return None;
                }
                Err(refusal) => {
                    self.fault(token, refusal.message, &[&refusal.help]);
                    return None;
                }
            },
            _ => {
                self.fault(token, format!("expected a key, found {}", cursor.found()), &[]);
                return None;
            }
        };
        cursor.next();
        self.colon(cursor, &key, token)?;
        Some((key, token.into()))
    }

    fn colon(&mut self, cursor: &mut Cursor<'_>, key: &str, token: &TokenTree) -> Option<()> {
        if cursor.eat(':') {
            return Some(());
        }
        let (span, found) = (cursor.span(), cursor.found());
        if cursor.eat('=') {
            cursor.eat('>');
            self.fault(span, "a `:` stands between a key and its value, not `=`", &[]);
            return Some(());
        }
        match cursor.peek() {
            None => self.fault(token, format!("`{key}` has no value"), &[]),
            Some(TokenTree::Punct(_)) if cursor.at(',') || cursor.at(';') => {
                self.fault(token, format!("`{key}` has no value"), &[]);
            }
            Some(TokenTree::Punct(_)) => {
                let (text, last) = rest_of_key(key, cursor);
                let message = format!("the key `{text}` is more than a word");
                let spans = Spans { first: token.span(), last };
                self.fault(spans, message, &[&format!("quote it: `\"{text}\"`")]);
            }
            Some(TokenTree::Ident(_))
                if !matches!(cursor.peek_second(), None | Some(TokenTree::Group(_)))
                    && !cursor.at_second(',') =>
            {
                let (text, last) = rest_of_key(key, cursor);
                let spans = Spans { first: token.span(), last };
                let help = format!("a key of several words is quoted: `\"{text}\"`");
                self.fault(spans, format!("expected `:` after `{key}`"), &[&help]);
            }
            Some(_) => {
                self.fault(span, format!("a `:` is missing between `{key}` and {found}"), &[]);
                return Some(());
            }
        }
        None
    }

    /// Reads a state: `Task { .. }`, `Succeed`, or an object with a `Type`.
    fn state(&mut self, cursor: &mut Cursor<'_>, depth: Depth, attributes: &Attributes) -> Node<'static> {
        let mut members = Vec::new();
        if let Some(comment) = &attributes.comment {
            members.push(comment_member(comment));
        }
        match (cursor.peek(), cursor.peek_second()) {
            (Some(TokenTree::Ident(word)), body) if starts_state(body) => {
                let braces = brace(body);
                let last = braces.map_or(word.span(), Group::span_close);
                let site = self.site(Spans { first: word.span(), last });
                let name = plain(word);
                let type_site = self.site(word.span());
                let fields = Fields::State(None).with_type(&name);
                let value = Node::new(Json::String(name.into()), type_site);
                members.push(Member { key: At { value: "Type".into(), site: type_site }, value });
                cursor.next();
                if let Some(group) = braces {
                    cursor.next();
                    self.members(group, fields, depth, &mut members);
                }
                Node::new(Json::Object(members), site)
            }
            (Some(token @ TokenTree::Group(group)), _) if group.delimiter() == Delimiter::Brace => {
                cursor.next();
                let site = self.site(token);
                self.members(group, Fields::State(None), depth, &mut members);
                Node::new(Json::Object(members), site)
            }
            (Some(TokenTree::Ident(word)), Some(TokenTree::Group(group))) => {
                let spans = Spans { first: word.span(), last: group.span_close() };
                let help = format!("write `{word} {{ .. }}`");
                let node = self.broken(spans, "the fields of a state stand in braces", &[&help]);
                cursor.skip_to_comma();
                node
            }
            _ => self.value(cursor, Place::State, depth),
        }
    }
}

/// A doc comment as a member.
pub(crate) fn comment_member(comment: &At<String>) -> Member<'static> {
    let site = comment.site;
    let value = Node::new(Json::String(comment.value.clone().into()), site);
    Member { key: At { value: "Comment".into(), site }, value }
}

/// A doc comment has one place for key and value, which no written member has.
fn is_doc(member: &Member<'_>) -> bool {
    member.key.site == member.value.site
}

fn brace(token: Option<&TokenTree>) -> Option<&Group> {
    match token {
        Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => Some(group),
        _ => None,
    }
}

/// Whether this can follow the type of a state: its fields, a separator, or nothing.
fn starts_state(token: Option<&TokenTree>) -> bool {
    match token {
        None => true,
        Some(TokenTree::Punct(punct)) => matches!(punct.as_char(), ',' | ';'),
        Some(TokenTree::Ident(_) | TokenTree::Literal(_)) => true,
        token => brace(token).is_some(),
    }
}

/// Whether a member starts here, as far as the next two tokens tell.
fn starts_member(cursor: &Cursor<'_>) -> bool {
    matches!(cursor.peek(), Some(TokenTree::Ident(_) | TokenTree::Literal(_))) && cursor.at_second(':')
}

/// The text of a key that is more than a word, up to its `:`.
fn rest_of_key(key: &str, cursor: &mut Cursor<'_>) -> (String, proc_macro2::Span) {
    let mut text = String::from(key);
    let mut last = cursor.span();
    let mut after_word = true;
    while let Some(token) = cursor.peek() {
        if cursor.at(':') || cursor.at(',') || matches!(token, TokenTree::Group(_)) {
            break;
        }
        let is_word = !matches!(token, TokenTree::Punct(_));
        if is_word && after_word {
            text.push(' ');
        }
        text.push_str(&token.to_string());
        after_word = is_word;
        last = token.span();
        cursor.next();
    }
    (text, last)
}

/// The text of an identifier, without the mark of a raw one.
pub(crate) fn plain(ident: &Ident) -> String {
    let text = ident.to_string();
    match text.strip_prefix("r#") {
        Some(word) => word.into(),
        None => text,
    }
}
