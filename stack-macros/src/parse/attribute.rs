//! Attributes in the body: doc comments, which become a `Comment`, and `#[allow(stack::rule-id)]`.

use crate::ident::plain;
use crate::parse::cursor::{Cursor, tokens};
use crate::parse::literal::{self, Value};
use crate::parse::reader::Reader;
use crate::sites::Spans;
use proc_macro2::{Delimiter, Group, TokenTree};
use stack_core::json::At;

/// What stands in front of a member.
#[derive(Debug, Default)]
pub(crate) struct Attributes {
    /// The text of the doc comment.
    pub(crate) comment: Option<At<String>>,
    /// Rules that are allowed, and the state that `state = ".."` names.
    pub(crate) allows: Vec<(At<String>, Option<At<String>>)>,
}

impl Reader {
    /// Reads the attributes at the cursor. Only states may have any.
    pub(crate) fn attributes(&mut self, cursor: &mut Cursor<'_>, is_state: bool) -> Attributes {
        let mut attributes = Attributes::default();
        while cursor.at('#') {
            let Some((spans, group)) = self.attribute(cursor) else { return attributes };
            let list = tokens(group.stream());
            let mut inner = Cursor::inside(&list, group);
            let name = word(inner.peek());
            match name.as_deref() {
                Some("doc") if is_state && self.doc(&mut inner, spans, &mut attributes.comment) => {}
                Some("allow") if is_state => attributes.allows.extend(self.allowed(&mut inner, spans)),
                Some("doc") if !is_state => self.fault(
                    spans,
                    "a doc comment belongs on the machine or on a state",
                    &["for a comment here, use `//`"],
                ),
                _ => self.fault(
                    spans,
                    "this attribute has no meaning here",
                    &["a state can have a doc comment and `#[allow(stack::rule-id)]`"],
                ),
            }
        }
        attributes
    }

    /// Steps over `#[..]`.
    pub(crate) fn attribute<'t>(&mut self, cursor: &mut Cursor<'t>) -> Option<(Spans, &'t Group)> {
        let first = cursor.span();
        cursor.eat('#');
        if cursor.at('!') {
            self.fault(
                cursor.span(),
                "an inner attribute has no meaning here: write `#[..]` in front of what it is for",
                &[],
            );
            cursor.next();
        }
        match cursor.peek() {
            Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Bracket => {
                cursor.next();
                Some((Spans { first, last: group.span_close() }, group))
            }
            _ => {
                self.fault(cursor.span(), format!("expected `[` after `#`, found {}", cursor.found()), &[]);
                None
            }
        }
    }

    /// Reads `doc = ".."` and appends its text, if it is one.
    pub(crate) fn doc(
        &mut self,
        inner: &mut Cursor<'_>,
        spans: Spans,
        comment: &mut Option<At<String>>,
    ) -> bool {
        inner.next();
        if !inner.eat('=') {
            return false;
        }
        let Some(TokenTree::Literal(literal)) = inner.peek() else { return false };
        let Ok(Value::String(text)) = literal::read("", &literal.to_string()) else { return false };
        let lines: Vec<&str> = text.split('\n').map(|line| line.strip_prefix(' ').unwrap_or(line)).collect();
        let text = lines.join("\n");
        match comment {
            Some(comment) => {
                comment.value.push('\n');
                comment.value.push_str(&text);
            }
            None => *comment = Some(At { value: text, site: self.site(spans) }),
        }
        true
    }

    /// Reads `allow(stack::rule-id, .., state = "..")`.
    pub(crate) fn allowed(
        &mut self,
        inner: &mut Cursor<'_>,
        spans: Spans,
    ) -> Vec<(At<String>, Option<At<String>>)> {
        inner.next();
        let Some(TokenTree::Group(group)) = inner.next() else {
            self.fault(spans, "`allow` names no rule", &["write `#[allow(stack::rule-id)]`"]);
            return Vec::new();
        };
        let list = tokens(group.stream());
        let mut cursor = Cursor::inside(&list, group);
        let mut rules = Vec::new();
        let mut state = None;
        if cursor.is_empty() {
            self.fault(spans, "`allow` names no rule", &["write `#[allow(stack::rule-id)]`"]);
        }
        while !cursor.is_empty() {
            if word(cursor.peek()).as_deref() == Some("state") && cursor.at_second('=') {
                state = self.state_name(&mut cursor);
            } else {
                rules.extend(self.rule(&mut cursor));
            }
            self.separator(&mut cursor, |_| false);
        }
        rules.into_iter().map(|rule| (rule, state.clone())).collect()
    }

    fn state_name(&mut self, cursor: &mut Cursor<'_>) -> Option<At<String>> {
        cursor.next();
        cursor.next();
        if let Some(token @ TokenTree::Literal(literal)) = cursor.peek()
            && let Ok(Value::String(text)) = literal::read("", &literal.to_string())
        {
            cursor.next();
            return Some(At { value: text, site: self.site(token) });
        }
        self.fault(
            cursor.span(),
            format!("expected the name of a state in quotes, found {}", cursor.found()),
            &[],
        );
        cursor.skip_to_comma();
        None
    }

    /// Reads `stack::rule-id`.
    fn rule(&mut self, cursor: &mut Cursor<'_>) -> Option<At<String>> {
        let first = cursor.span();
        let mut last = first;
        let mut text = String::new();
        while let Some(token) = cursor.peek().filter(|_| !cursor.at(',')) {
            match token {
                TokenTree::Ident(ident) => text.push_str(&plain(ident)),
                token => text.push_str(&token.to_string()),
            }
            last = token.span();
            cursor.next();
        }
        let spans = Spans { first, last };
        match text.strip_prefix("stack::") {
            Some(rule) if !rule.is_empty() => Some(At { value: rule.into(), site: self.site(spans) }),
            _ => {
                let help = [
                    "write `stack::rule-id`",
                    "to allow a lint of Rust, put `#[allow]` outside the macro, on its module",
                ];
                self.fault(spans, format!("`{text}` is not a rule of `stack`"), &help);
                None
            }
        }
    }
}

/// The text of an identifier.
pub(crate) fn word(token: Option<&TokenTree>) -> Option<String> {
    match token {
        Some(TokenTree::Ident(ident)) => Some(plain(ident)),
        _ => None,
    }
}
