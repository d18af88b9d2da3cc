//! Objects: attributes, keys, values, and how reading goes on after a fault.

use crate::declaration::{Allowance, AllowanceScope};
use crate::parse::attribute::Attributes;
use crate::parse::cursor::{Cursor, tokens};
use crate::parse::depth::Depth;
use crate::parse::place::{Fields, Place};
use crate::parse::reader::Reader;
use crate::parse::value::unfinished;
use proc_macro2::{Group, TokenTree};
use stack_core::json::{At, Json, Member, Node, Site};
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
            if let Some(unread) = self.commas(&mut cursor, "a key") {
                members.push(Member::unread(unread.site));
                continue;
            }
            let first = self.sites.next();
            let attributes = self.attributes(&mut cursor, matches!(fields, Fields::States));
            if cursor.is_empty() {
                self.fault(cursor.span(), "expected a key after the attribute", &[]);
                break;
            }
            let Some(mut member) = self.member(&mut cursor, fields, depth, &attributes) else {
                cursor.skip_to_comma();
                cursor.eat(',');
                members.push(Member::unread(self.site(cursor.span())));
                continue;
            };
            if member.key.value == "Type" {
                fields = fields.with_type(member.value.as_str().unwrap_or_default());
            }
            if self.separator(&mut cursor, starts_member) {
                unfinished(&mut member.value);
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
        }
    }

    /// Reports a `Comment` beside a doc comment.
    pub(crate) fn second_comment(&mut self, site: Site) {
        if let Some(spans) = self.sites.get(site) {
            let message = "the doc comment already is the `Comment`";
            self.fault(spans, message, &["keep one of the two"]);
        }
    }

    fn allow(&mut self, attributes: Attributes, first: Site) {
        let last = Site(self.sites.next().0.saturating_sub(1));
        for (rule, state) in attributes.allows {
            if let Some(name) = state {
                let message = "`state` is for an `allow` on the machine, but this one is on a state";
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
        self.has_placeholders |= key.contains("${");
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

/// Whether a member starts here, as far as the next two tokens tell.
fn starts_member(cursor: &Cursor<'_>) -> bool {
    matches!(cursor.peek(), Some(TokenTree::Ident(_) | TokenTree::Literal(_))) && cursor.at_second(':')
}
