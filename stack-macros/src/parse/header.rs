//! Everything before the body: attributes, visibility, name, stack.

use crate::declaration::{Allowance, AllowanceScope, Header};
use crate::ident::{is_in_paths, is_reserved};
use crate::parse::attribute::word;
use crate::parse::cursor::{Cursor, tokens};
use crate::parse::reader::Reader;
use crate::sites::Spans;
use proc_macro2::{Delimiter, Group, Ident, Punct, Spacing, Span, TokenStream, TokenTree};
use stack_core::language::MachineType;

const SHAPE: &str =
    "a machine is declared as `Name { .. }`, or `Name in MyStack { .. }` if it refers to resources";

impl Reader {
    /// Reads the header. The cursor then stands at the body. Nothing if there is no name, which is reported.
    pub(crate) fn header(&mut self, cursor: &mut Cursor<'_>) -> Option<Header> {
        let mut header = Header {
            docs: TokenStream::new(),
            comment: None,
            visibility: TokenStream::new(),
            name: Ident::new("_", Span::call_site()),
            stack: None,
            kind: MachineType::Standard,
            krate: quote::quote!(::stack),
            substitutions: Vec::new(),
        };
        while cursor.at('#') {
            let (spans, group) = self.attribute(cursor)?;
            self.header_attribute(spans, group, &mut header);
        }
        header.visibility = visibility(cursor);
        match cursor.peek() {
            Some(TokenTree::Ident(name)) if is_reserved(name) => {
                let message = format!("expected the machine's name, found the keyword `{name}`");
                self.fault(cursor.span(), message, &[SHAPE]);
                return None;
            }
            Some(TokenTree::Ident(name)) => header.name = name.clone(),
            _ => {
                let message = format!("expected the machine's name, found {}", cursor.found());
                self.fault(cursor.span(), message, &[SHAPE]);
                return None;
            }
        }
        cursor.next();
        if word(cursor.peek()).as_deref() == Some("in") {
            cursor.next();
            header.stack = self.path(cursor, "the path of a stack after `in`");
        }
        Some(header)
    }

    fn header_attribute(&mut self, spans: Spans, group: &Group, header: &mut Header) {
        let list = tokens(group.stream());
        let mut inner = Cursor::inside(&list, group);
        match word(inner.peek()).as_deref() {
            Some("doc") => {
                self.doc(&mut inner, spans, &mut header.comment);
                let hash = Punct::new('#', Spacing::Alone);
                header.docs.extend([TokenTree::Punct(hash), TokenTree::Group(group.clone())]);
            }
            Some("express") if list.len() == 1 => match header.kind {
                MachineType::Standard => header.kind = MachineType::Express,
                MachineType::Express => self.fault(spans, "`#[express]` is written twice", &[]),
            },
            Some("allow") => {
                for (rule, state) in self.allowed(&mut inner, spans) {
                    let scope = state.map_or(AllowanceScope::Machine, AllowanceScope::Named);
                    self.allowances.push(Allowance { rule, scope });
                }
            }
            Some("stack") => {
                inner.next();
                if let Some(path) = self.crate_path(&mut inner, spans) {
                    header.krate = path;
                }
            }
            Some("substitutions") => self.substitutions(&mut inner, spans, &mut header.substitutions),
            Some("cfg" | "cfg_attr") => {
                self.fault(spans, "`cfg` has no effect here", &["put it in front of `state_machine!`"]);
            }
            _ => {
                let help = "a machine can have a doc comment, `#[express]`, `#[allow(stack::rule-id)]`, \
                            `#[substitutions(Name = resource.arn)]` and `#[stack(crate = path)]`";
                self.fault(spans, "this attribute has no meaning here", &[help]);
            }
        }
    }

    /// Reads `(crate = path)`.
    fn crate_path(&mut self, inner: &mut Cursor<'_>, spans: Spans) -> Option<TokenStream> {
        if let Some(TokenTree::Group(group)) = inner.peek() {
            let list = tokens(group.stream());
            let mut cursor = Cursor::inside(&list, group);
            let is_crate = word(cursor.peek()).as_deref() == Some("crate") && cursor.at_second('=');
            if is_crate {
                cursor.next();
                cursor.next();
                return self.path(&mut cursor, "the path of the crate after `=`");
            }
        }
        self.fault(spans, "expected `#[stack(crate = path)]`", &[]);
        None
    }

    /// Reads a path up to something that cannot belong to it.
    fn path(&mut self, cursor: &mut Cursor<'_>, expected: &str) -> Option<TokenStream> {
        let mut path = Vec::new();
        let mut expects_word = true;
        loop {
            match cursor.peek() {
                Some(TokenTree::Ident(_)) if expects_word => expects_word = false,
                Some(TokenTree::Punct(_)) if cursor.at(':') && cursor.at_second(':') && is_end(&path) => {
                    // What stands before the macro may have parted the two: for rustc they are one then.
                    path.extend(cursor.next().map(|colon| joint(colon.span())));
                    expects_word = true;
                }
                _ => break,
            }
            path.extend(cursor.next().cloned());
        }
        if expects_word {
            self.fault(cursor.span(), format!("expected {expected}, found {}", cursor.found()), &[]);
            return None;
        }
        if let Some(keyword) =
            path.iter().find(|token| matches!(token, TokenTree::Ident(word) if !is_in_paths(word)))
        {
            self.fault(keyword, format!("expected {expected}, found the keyword `{keyword}`"), &[]);
            return None;
        }
        Some(path.into_iter().collect())
    }
}

/// The first half of a `::`.
fn joint(span: Span) -> TokenTree {
    let mut colon = Punct::new(':', Spacing::Joint);
    colon.set_span(span);
    colon.into()
}

/// Whether a `::` may follow: after a word, or in front of everything.
fn is_end(path: &[TokenTree]) -> bool {
    !matches!(path.last(), Some(TokenTree::Punct(_)))
}

/// `pub`, `pub(crate)`, `pub(in path)`, or nothing.
fn visibility(cursor: &mut Cursor<'_>) -> TokenStream {
    let mut list = Vec::new();
    if word(cursor.peek()).as_deref() == Some("pub") {
        list.extend(cursor.next().cloned());
        if let Some(TokenTree::Group(group)) = cursor.peek()
            && group.delimiter() == Delimiter::Parenthesis
        {
            list.extend(cursor.next().cloned());
        }
    }
    list.into_iter().collect()
}
