//! A struct that syn cannot read: rustc has said what is wrong, and goes on. The rest of the crate finds its resources
//! nevertheless, so that no machine is told that it is no stack.

use super::faults::Faults;
use super::item::{Resource, Stack, options};
use super::tokens::{is_punct, split};
use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};
use quote::quote;
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream, Parser};
use syn::{Attribute, Token, Type, Visibility};

/// What could be read.
pub(super) struct Recovered {
    pub(super) stack: Stack,
    /// Whether rustc, too, surely finds a fault in the struct.
    pub(super) is_reported: bool,
}

/// Reads what can be read. None unless it is a struct with braces and without generic parameters.
pub(super) fn read(input: TokenStream, faults: &mut Faults) -> Option<Recovered> {
    let Head { attributes, visibility, name, fields } = syn::parse2(input).ok()?;
    let mut stack = Stack::new(visibility, name);
    options(&mut stack, &attributes, faults);
    stack.whole = false;
    let tokens: Vec<TokenTree> = fields.into_iter().collect();
    let (mut is_reported, mut is_clear) = (false, true);
    for piece in split(&tokens) {
        let fields = apart(piece);
        is_reported |= fields.len() > 1;
        for field in fields {
            match syn::parse2(quote!(#(#field)*)) {
                Ok(Field { name, kind, colon }) => {
                    is_reported |= !colon;
                    let (text, number) = (name.unraw().to_string(), stack.resources.len() + 1);
                    stack.resources.push(Resource {
                        text,
                        name,
                        number,
                        kind,
                        properties: Vec::new(),
                        placeholders: Vec::new(),
                        broken: true,
                    });
                }
                Err(_) => is_clear = false,
            }
        }
    }
    Some(Recovered { stack, is_reported: is_reported && is_clear })
}

/// What stands between two commas, as several fields where a comma is missing: each starts with a name and a colon.
fn apart(piece: &[TokenTree]) -> Vec<&[TokenTree]> {
    let is_word = |at: usize| matches!(piece.get(at), Some(TokenTree::Ident(_)));
    let colon = |at: usize| is_punct(piece.get(at), ':');
    let mut fields = Vec::new();
    let mut start = 0;
    for name in (1..piece.len()).filter(|&at| is_word(at) && colon(at + 1) && !colon(at + 2)) {
        let mut at = name;
        if matches!(piece.get(at - 1), Some(TokenTree::Ident(word)) if word == "pub") {
            at -= 1;
        }
        while at >= 2
            && is_punct(piece.get(at - 2), '#')
            && matches!(piece.get(at - 1), Some(TokenTree::Group(_)))
        {
            at -= 2;
        }
        // A type stands before it.
        if at > start + 1 && (is_word(at - 1) || is_punct(piece.get(at - 1), '>')) {
            fields.push(piece.get(start..at).unwrap_or_default());
            start = at;
        }
    }
    fields.push(piece.get(start..).unwrap_or_default());
    fields
}

/// The struct without what is inside of its braces.
struct Head {
    attributes: Vec<Attribute>,
    visibility: Visibility,
    name: Ident,
    fields: TokenStream,
}

impl Parse for Head {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let attributes = input.call(Attribute::parse_outer)?;
        let visibility = input.parse()?;
        input.parse::<Token![struct]>()?;
        let name = input.parse()?;
        match input.parse()? {
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                Ok(Head { attributes, visibility, name, fields: group.stream() })
            }
            other => Err(syn::Error::new(other.span(), "expected fields")),
        }
    }
}

/// A field with anything between its name and its type.
struct Field {
    name: Ident,
    kind: Type,
    /// Whether one colon stands between.
    colon: bool,
}

impl Parse for Field {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        input.call(Attribute::parse_outer)?;
        input.parse::<Visibility>()?;
        let name = input.parse()?;
        let rest: TokenStream = input.parse()?;
        let (between, kind): (Vec<TokenTree>, Vec<TokenTree>) = {
            let tokens: Vec<TokenTree> = rest.into_iter().collect();
            let start = tokens.iter().take_while(|token| matches!(token, TokenTree::Punct(_))).count();
            let (between, kind) = tokens.split_at(start);
            (between.to_vec(), kind.to_vec())
        };
        let colon = matches!(between.as_slice(), [colon] if is_punct(Some(colon), ':'));
        Ok(Field { name, kind: Type::parse.parse2(kind.into_iter().collect())?, colon })
    }
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::derive::faults::Faults;
    use quote::{ToTokens, quote};

    /// The fields that are read, and whether rustc speaks of them.
    fn fields(input: proc_macro2::TokenStream) -> Option<(String, bool)> {
        let found = read(input, &mut Faults::default())?;
        let fields =
            found.stack.resources.iter().map(|it| format!("{}: {}", it.text, it.kind.to_token_stream()));
        Some((fields.collect::<Vec<_>>().join(", "), found.is_reported))
    }

    #[test]
    fn fields_are_found_in_spite_of_what_is_missing() {
        let expected =
            |is_reported| Some(("a: Queue, b: StateMachine < B >, r: Topic".to_owned(), is_reported));
        for input in [
            quote!(pub struct S { a; Queue, #[resource(x)] b: StateMachine<B>, r Topic }),
            quote!(struct S { a: Queue b: StateMachine<B> r: Topic, }),
            quote!(struct S { a: Queue #[resource(x)] pub b: StateMachine<B>, r: Topic, }),
        ] {
            assert_eq!(fields(input), expected(true));
        }
        // A fault of which it is unknown whether rustc sees it, too.
        assert_eq!(
            fields(quote!(struct S { a: Queue, 5: 6, b: StateMachine<B>, pub r: Topic })),
            expected(false)
        );
        assert_eq!(fields(quote!(struct S<T> { a; Queue })), None);
        assert_eq!(
            fields(quote!(
                struct S;
            )),
            None
        );
    }
}
