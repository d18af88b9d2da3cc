//! Reads the tokens of `state_machine!` by hand, which is four times as fast as `syn`.
//!
//! A fault in one key alone, of token shape, is reported here; everything that is a question of the
//! language is left to the core. Parsing never fails: what cannot be read becomes a broken value,
//! and reading goes on at the next `,` of the same depth.

mod attribute;
pub(crate) mod cursor;
mod depth;
mod directive;
mod header;
mod interpolate;
pub(crate) mod key;
mod literal;
mod object;
mod place;
pub(crate) mod reader;
mod run;
mod state;
mod substitution;
mod text;
mod value;
mod word;

use crate::declaration::{Body, Header};
use crate::parse::cursor::Cursor;
use crate::parse::depth::Depth;
use crate::parse::reader::Reader;
use proc_macro2::{Delimiter, Group, Literal, TokenTree};
use stack_core::json::{Json, Member, Node, Site};

/// What follows the header.
#[derive(Debug)]
pub(crate) enum Definition<'t> {
    /// Braces with the definition.
    Braces(&'t Group),
    /// A literal, after `=`.
    Literal(&'t Literal),
}

impl Reader {
    /// Reads what follows the header, up to the end of the tokens; nothing if it is no definition, which is reported.
    pub(crate) fn definition<'t>(
        &mut self,
        cursor: &mut Cursor<'t>,
        header: &Header,
    ) -> Option<Definition<'t>> {
        let name = &header.name;
        let shapes = format!("it is written as `{name} {{ .. }}`, or `{name} = \"file.asl.json\"`");
        let has_equals = cursor.eat('=');
        let definition = match cursor.peek() {
            Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace && !has_equals => {
                Definition::Braces(group)
            }
            Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
                self.fault(group.span_open(), "a definition in braces has no `=` before it", &[]);
                Definition::Braces(group)
            }
            Some(TokenTree::Literal(literal)) if has_equals => Definition::Literal(literal),
            Some(TokenTree::Ident(_)) if has_equals => {
                let help = "name the file itself: `\"workflows/name.asl.json\"`, relative to `Cargo.toml`";
                self.fault(cursor.span(), "expected a string literal", &[help]);
                return None;
            }
            _ => {
                // A fault of the header is why no definition is found.
                if self.faults.list().is_empty() {
                    let message = format!("expected the definition of `{name}`, found {}", cursor.found());
                    self.fault(cursor.span(), message, &[&shapes]);
                }
                return None;
            }
        };
        cursor.next();
        cursor.eat(';');
        if !cursor.is_empty() {
            let message = format!("one `state_machine!` holds one machine, but {} follows", cursor.found());
            self.fault(cursor.span(), message, &["give the next machine a `state_machine!` of its own"]);
        }
        Some(definition)
    }

    /// Reads a definition in braces.
    pub(crate) fn braces(&mut self, group: &Group, header: &Header) -> Body<'static> {
        let mut members = Vec::new();
        // What the machine lacks is said at its name.
        let site = self.site(header.name.span());
        self.members(group, place::ROOT.fields(), Depth::ROOT, &mut members);
        let mut root = Node::new(Json::Object(members), site);
        self.interpolate(&mut root, header, None);
        if let Json::Object(members) = &mut root.json
            && let Some(second) = self.comment(header, members, |site| site)
        {
            self.second_comment(second);
        }
        self.body(root, None)
    }

    /// The body, now that all of it is read.
    fn body<'a>(&mut self, root: Node<'a>, literal: Option<Literal>) -> Body<'a> {
        let (fillings, texts) = (std::mem::take(&mut self.fillings), std::mem::take(&mut self.texts));
        Body { root, fillings, texts, literal }
    }

    /// Puts the machine's doc comment in front of its members. `site` makes a site of the
    /// definition out of one of the header. Returns the place of a `Comment` that was there already.
    fn comment<'a>(
        &mut self,
        header: &Header,
        members: &mut Vec<Member<'a>>,
        site: impl Fn(Site) -> Site,
    ) -> Option<Site> {
        let comment = header.comment.as_ref()?;
        let own = members.iter().position(|member| member.key.value == "Comment");
        let second = own.map(|at| members.remove(at).key.site);
        let mut member = object::comment_member(comment);
        member.key.site = site(comment.site);
        member.value.site = member.key.site;
        members.insert(0, member);
        second
    }
}
