//! Values: literals, arrays, objects, Rust expressions. What a bare word means is decided in `word`.

use crate::declaration::FillingKind;
use crate::parse::cursor::{Cursor, tokens};
use crate::parse::depth::Depth;
use crate::parse::directive;
use crate::parse::literal::{self, Value};
use crate::parse::place::Place;
use crate::parse::reader::Reader;
use crate::sites::Spans;
use proc_macro2::{Delimiter, Group, Literal, TokenTree};
use stack_core::json::{Json, Node};

impl Reader {
    /// Reads one value. Afterwards the cursor stands behind it, or, if there was a fault, at the next `,`.
    pub(crate) fn value(&mut self, cursor: &mut Cursor<'_>, place: Place, depth: Depth) -> Node<'static> {
        match cursor.peek() {
            Some(TokenTree::Ident(_)) => self.word(cursor, place),
            Some(TokenTree::Literal(literal)) => {
                cursor.next();
                self.literal("", literal, literal.span().into(), place)
            }
            Some(TokenTree::Group(group)) => {
                cursor.next();
                self.group(group, place, depth)
            }
            Some(sign @ TokenTree::Punct(punct)) if punct.as_char() == '-' => {
                if let Some(TokenTree::Literal(literal)) = cursor.peek_second() {
                    cursor.next();
                    cursor.next();
                    let spans = Spans { first: sign.span(), last: literal.span() };
                    return self.literal("-", literal, spans, place);
                }
                self.no_value(cursor)
            }
            _ => self.no_value(cursor),
        }
    }

    fn no_value(&mut self, cursor: &mut Cursor<'_>) -> Node<'static> {
        let found = cursor.found();
        let help: &[&str] = match found.as_str() {
            "`'`" => &["strings must be in double quotes"],
            "`.`" if matches!(cursor.peek_second(), Some(TokenTree::Literal(_))) => {
                &["a number has a digit before its point: `0.5`"]
            }
            "`+`" => &["a number has no `+`"],
            "`:`" => &["a key and its value are separated by one `:`"],
            "`$`" if matches!(cursor.peek_second(), Some(TokenTree::Group(_))) => {
                &["a placeholder stands in quotes, where a number belongs, too: `\"${Wait}\"`"]
            }
            "`$`" => &["a path goes in quotes: `\"$.amount\"`"],
            "`&`" | "`*`" | "`!`" | "`|`" => &["a Rust expression goes in parentheses: `(expr)`"],
            _ => &[],
        };
        let node = self.broken(cursor.span(), format!("expected a value, found {found}"), help);
        cursor.skip_to_comma();
        node
    }

    fn literal(&mut self, sign: &str, literal: &Literal, spans: Spans, place: Place) -> Node<'static> {
        match literal::read(sign, &literal.to_string()) {
            Ok(Value::Number(text)) => Node::new(Json::Number(text.into()), self.site(spans)),
            Ok(Value::String(text)) => match directive::read(&text) {
                None => {
                    self.has_placeholders |= text.contains("${");
                    Node::new(Json::String(text.into()), self.site(spans))
                }
                Some(Ok(directive)) => {
                    let site = self.site(spans);
                    self.refers(spans, || text);
                    let kind = directive.filling(place.is_resource(), String::new(), spans.first);
                    Node::new(self.fill(kind, site, true), site)
                }
                Some(Err((message, help))) => self.broken(spans, message, &[&help]),
            },
            Err(refusal) => self.broken(spans, refusal.message, &[&refusal.help]),
        }
    }

    fn group(&mut self, group: &Group, place: Place, depth: Depth) -> Node<'static> {
        let spans = Spans { first: group.span_open(), last: group.span_close() };
        let site = self.site(spans);
        let json = match group.delimiter() {
            Delimiter::Brace => {
                let mut members = Vec::new();
                self.members(group, place.fields(), depth, &mut members);
                Json::Object(members)
            }
            Delimiter::Bracket => self.array(group, place, depth),
            Delimiter::Parenthesis | Delimiter::None => {
                let tokens = group.stream();
                if tokens.is_empty() {
                    self.fault(spans, "the parentheses hold no expression", &[]);
                    Json::Broken
                } else {
                    self.fill(FillingKind::Expression { tokens, span: spans.first }, site, true)
                }
            }
        };
        Node::new(json, site)
    }

    fn array(&mut self, group: &Group, place: Place, depth: Depth) -> Json<'static> {
        let Some(depth) = self.deeper(depth, group) else { return Json::Broken };
        let list = tokens(group.stream());
        let mut cursor = Cursor::inside(&list, group);
        let mut items = Vec::new();
        while !cursor.is_empty() {
            if let Some(unread) = self.commas(&mut cursor, "a value") {
                items.push(unread);
                continue;
            }
            let mut item = self.value(&mut cursor, place.item(), depth);
            if self.separator(&mut cursor, |_| true) {
                unfinished(&mut item);
            }
            items.push(item);
        }
        Json::Array(items)
    }

    /// Steps over commas that nothing stands before: one fault, however many there are.
    pub(crate) fn commas(&mut self, cursor: &mut Cursor<'_>, expected: &str) -> Option<Node<'static>> {
        if !cursor.at(',') {
            return None;
        }
        let first = cursor.span();
        let mut last = first;
        while cursor.at(',') {
            last = cursor.span();
            cursor.next();
        }
        let spans = Spans { first, last };
        Some(self.broken(
            spans,
            format!("expected {expected}, found `,`"),
            &["entries are separated by one `,`"],
        ))
    }

    /// Steps over the `,` after a value. If it is missing, that is reported, and reading goes on at once
    /// if `continues` says that the next value starts here, else behind the next `,`.
    /// Returns whether tokens were skipped, which may belong to the value.
    pub(crate) fn separator(
        &mut self,
        cursor: &mut Cursor<'_>,
        continues: impl Fn(&Cursor<'_>) -> bool,
    ) -> bool {
        if cursor.is_empty() || cursor.eat(',') {
            return false;
        }
        let (span, found) = (cursor.span(), cursor.found());
        if cursor.eat(';') {
            self.fault(span, "entries are separated by `,`, not by `;`", &[]);
            return false;
        }
        if !cursor.at('\'') && continues(cursor) && !matches!(cursor.peek(), Some(TokenTree::Punct(_))) {
            self.fault(span, format!("a `,` is missing before {found}"), &[]);
            return false;
        }
        // As after words: what was meant is more than JSON has.
        let is_sign = matches!(cursor.peek(), Some(TokenTree::Punct(_)));
        let help = ["a Rust expression goes in parentheses: `(expr)`", "a string goes in quotes"];
        self.fault(span, format!("expected `,`, found {found}"), if is_sign { &help } else { &[] });
        cursor.skip_to_comma();
        cursor.eat(',');
        true
    }
}

/// Makes nothing of a value of which only the start was read: in `2030-01-01`, the number is not what was meant.
pub(crate) fn unfinished(value: &mut Node<'_>) {
    if matches!(value.json, Json::String(_) | Json::Number(_)) {
        value.json = Json::Broken;
    }
}
