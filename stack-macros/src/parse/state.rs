//! States: `Task { .. }`, `Succeed`, or an object with a `Type`.

use crate::ident::plain;
use crate::parse::attribute::Attributes;
use crate::parse::cursor::Cursor;
use crate::parse::depth::Depth;
use crate::parse::object::comment_member;
use crate::parse::place::{Fields, Place};
use crate::parse::reader::Reader;
use crate::parse::word::constant;
use crate::sites::Spans;
use proc_macro2::{Delimiter, Group, TokenTree};
use stack_core::json::{At, Json, Member, Node};

impl Reader {
    /// Reads one state.
    pub(crate) fn state(
        &mut self,
        cursor: &mut Cursor<'_>,
        depth: Depth,
        attributes: &Attributes,
    ) -> Node<'static> {
        let mut members = Vec::new();
        if let Some(comment) = &attributes.comment {
            members.push(comment_member(comment));
        }
        match (cursor.peek(), cursor.peek_second()) {
            (Some(TokenTree::Ident(word)), body)
                if starts_state(body) && constant(&word.to_string()).is_none() =>
            {
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
                let node = self.broken(spans, "the fields of a state go in braces", &[&help]);
                cursor.skip_to_comma();
                node
            }
            _ => self.value(cursor, Place::State, depth),
        }
    }
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
