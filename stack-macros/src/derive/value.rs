//! The values of properties: Rust expressions in const code, with two conveniences.
//!
//! `[..]` stands for `&[..]`, and the last element of a tuple in a list may be a string, a number, a boolean or another
//! resource's parameter. A dotted name is a reference to a resource, and the bare name of one in a list connects to it.
//! Inside blocks, closures and macros Rust's own rules apply, and the names of resources are constants. Every use
//! becomes part of the stack's graph.

use super::span::{ends, respan};
use super::tokens::{is_punct, split};
use proc_macro2::{Delimiter, Group, Ident, Punct, Spacing, Span, TokenStream, TokenTree};
use quote::{TokenStreamExt, quote, quote_spanned};
use stack_core::similar::nearest;
use syn::ext::IdentExt;

/// What the values of a resource's properties refer to.
#[derive(Default)]
pub(super) struct Mentions {
    /// Resources whose names are needed as constants, each once, as positions in the list of names.
    pub(super) constants: Vec<usize>,
    /// Every reference.
    pub(super) uses: Vec<Mention>,
}

/// A reference in a value.
pub(super) struct Mention {
    /// The position of the resource in the list of names.
    pub(super) resource: usize,
    /// What follows it, such as `lambda_function.arn`.
    pub(super) path: String,
    /// The property whose value it is.
    pub(super) property: String,
}

impl Mentions {
    fn add(&mut self, resource: usize) {
        if !self.constants.contains(&resource) {
            self.constants.push(resource);
        }
    }
}

/// Turns values into expressions.
pub(super) struct Values<'a> {
    /// The names of the stack's resources, and `shared` as the last.
    pub(super) names: &'a [String],
    /// The path of the crate `stack`.
    pub(super) library: &'a TokenStream,
    pub(super) mentions: Mentions,
    /// The property whose value is read.
    pub(super) property: String,
}

/// Whether it is an object of JSON with a member, which is nothing in Rust.
fn is_json(group: &Group) -> bool {
    let mut tokens = group.stream().into_iter();
    let has_key = matches!(tokens.next(), Some(TokenTree::Literal(_) | TokenTree::Ident(_)));
    let has_colon = matches!(tokens.next(), Some(TokenTree::Punct(sign)) if sign.as_char() == ':' && sign.spacing() == Spacing::Alone);
    group.delimiter() == Delimiter::Brace && has_key && has_colon
}

impl Values<'_> {
    /// The expression that the value of a property stands for.
    pub(super) fn expression(&mut self, property: &Ident, value: &[TokenTree]) -> TokenStream {
        self.property = property.unraw().to_string();
        if let [TokenTree::Group(group)] = value
            && is_json(group)
        {
            let message = format!("JSON stands in a string here: `{} = r#\"{{..}}\"#`", self.property);
            return quote_spanned!(group.span()=> ::core::compile_error!(#message));
        }
        // A closure or a block has names of its own, which must not be taken for resources.
        self.tokens(value, !value.iter().any(|token| is_punct(Some(token), '|')), true)
    }

    /// `plain`: whether a dotted name is a reference, even if it is no resource's but in small letters.
    /// `lists`: whether `[..]` may stand for `&[..]`.
    fn tokens(&mut self, tokens: &[TokenTree], plain: bool, lists: bool) -> TokenStream {
        let mut out = TokenStream::new();
        for (at, token) in tokens.iter().enumerate() {
            let before = at.checked_sub(1).and_then(|before| tokens.get(before));
            match token {
                TokenTree::Group(group) => {
                    let opens = before.is_none() || is_punct(before, ',');
                    let borrowed = is_punct(before, '&');
                    match group.delimiter() {
                        Delimiter::Bracket if lists && (opens || borrowed) => {
                            if opens {
                                let mut and = Punct::new('&', Spacing::Alone);
                                and.set_span(group.span_open());
                                out.append(TokenTree::Punct(and));
                            }
                            out.append(regroup(group, self.list(group, plain)));
                        }
                        Delimiter::Parenthesis | Delimiter::None if lists && opens => {
                            let inner: Vec<TokenTree> = group.stream().into_iter().collect();
                            out.append(regroup(group, self.tokens(&inner, plain, true)));
                        }
                        delimiter => {
                            let inner: Vec<TokenTree> = group.stream().into_iter().collect();
                            let plain = plain && delimiter != Delimiter::Brace && !is_punct(before, '!');
                            out.append(regroup(group, self.tokens(&inner, plain, false)));
                        }
                    }
                }
                TokenTree::Ident(name) if starts_path(tokens, at) => {
                    let path = dotted(tokens, at);
                    let text = name.unraw().to_string();
                    let known = self.names.iter().position(|known| *known == text);
                    if plain && known.is_none() && !path.is_empty() && is_type_name(&text) {
                        let message = format!(
                            "`{text}` is not a resource of this stack, and the resources of another stack cannot be referred to by its name\n\
                            help: write one of this stack's own by its name alone, `orders.name`; one of another stack needs a field of its own, such as `orders: Imported<Table>`"
                        );
                        return quote_spanned!(name.span()=> ::core::compile_error!(#message));
                    }
                    if let Some(resource) = known {
                        if !plain || path.is_empty() {
                            self.mentions.add(resource);
                        }
                        let property = self.property.clone();
                        self.mentions.uses.push(Mention { resource, path: path.clone(), property });
                    }
                    // A field of all resources: if there is none, rustc says which there are.
                    if plain && !path.is_empty() && (known.is_some() || is_small(name)) {
                        out.extend(quote_spanned!(name.span()=> __REFERENCES.));
                    }
                    out.append(token.clone());
                }
                _ => out.append(token.clone()),
            }
        }
        out
    }

    /// The elements of a list.
    fn list(&mut self, group: &Group, plain: bool) -> TokenStream {
        let tokens: Vec<TokenTree> = group.stream().into_iter().collect();
        let mut elements = Vec::new();
        for element in split(&tokens) {
            elements.push(match element {
                [TokenTree::Group(tuple)] if tuple.delimiter() == Delimiter::Parenthesis => {
                    regroup(tuple, self.tuple(tuple, plain)).into()
                }
                [TokenTree::Ident(name)] if plain && self.is_resource(name) => {
                    let resource = self.tokens(element, plain, true);
                    self.connection(name, &resource)
                }
                [TokenTree::Ident(name)] if plain && is_small(name) => {
                    self.offer(name);
                    self.tokens(element, plain, true)
                }
                other => self.tokens(other, plain, true),
            });
        }
        // `[0; 4]` has one element and no comma; a trailing comma changes nothing in a list.
        match elements.as_slice() {
            [only] => only.clone(),
            all => quote!(#(#all),*),
        }
    }

    fn is_resource(&self, name: &Ident) -> bool {
        self.names.contains(&name.unraw().to_string())
    }

    /// Brings the resource that a misspelt name may mean into scope, so that rustc suggests it.
    fn offer(&mut self, name: &Ident) {
        let text = name.unraw().to_string();
        let near = nearest(&text, self.names.iter().map(String::as_str));
        if let Some(at) = near.and_then(|near| self.names.iter().position(|known| known == near)) {
            self.mentions.add(at);
        }
    }

    /// A resource as an element of a list: the value's user is connected to it.
    fn connection(&self, name: &Ident, resource: &TokenStream) -> TokenStream {
        let (library, text) = (self.library, name.unraw().to_string());
        let connection =
            quote!(#library::__private::Connection::new(#resource, #text, const { &#resource.list() }));
        respan(connection, name.span())
    }

    /// The elements of a tuple in a list: the last of several is a value of mixed type, unless it is a list.
    fn tuple(&mut self, group: &Group, plain: bool) -> TokenStream {
        let tokens: Vec<TokenTree> = group.stream().into_iter().collect();
        let elements = split(&tokens);
        if elements.len() < 2 {
            return self.tokens(&tokens, plain, true);
        }
        let last = elements.len() - 1;
        let elements = elements.into_iter().enumerate().map(|(at, element)| {
            if let (true, Some((span, text))) = (at == last, self.no_value(element)) {
                return respan(quote!(::core::compile_error!(#text)), span);
            }
            let value = self.tokens(element, plain, true);
            let library = self.library;
            if let [TokenTree::Group(list)] = element
                && list.delimiter() == Delimiter::Bracket
            {
                // Lists of several lengths are of one type, even for a property of a kind that does not exist.
                let (first, last) = ends(&value);
                return called(respan(quote!(#library::__private::list), first), value, last);
            }
            if at < last || is_list_or_tuple(element) {
                return value;
            }
            let (first, last) = ends(&value);
            let arg = respan(quote!(#library::__private::Arg), first);
            let call = quote_spanned!(last=> .value());
            let arg = called(arg, value, last);
            quote!(#arg #call)
        });
        let elements: Vec<TokenStream> = elements.collect();
        quote!(#(#elements),*)
    }
}

impl Values<'_> {
    /// What is said of a value of mixed type that surely is none: rustc's own words would be about types
    /// that the user has never heard of.
    fn no_value(&self, value: &[TokenTree]) -> Option<(Span, String)> {
        match value {
            [TokenTree::Ident(name)] if self.is_resource(name) => {
                let text = format!("`{name}` is a resource: a value is one of its parameters");
                Some((name.span(), text))
            }
            [TokenTree::Literal(number)] | [TokenTree::Punct(_), TokenTree::Literal(number)]
                if matches!(syn::Lit::new(number.clone()), syn::Lit::Float(_)) =>
            {
                let sign = if value.len() > 1 { "-" } else { "" };
                Some((
                    number.span(),
                    format!("a value cannot be a fraction: write a string, `\"{sign}{number}\"`"),
                ))
            }
            _ => None,
        }
    }
}

/// A call with one argument, which ends at that place.
fn called(function: TokenStream, argument: TokenStream, end: Span) -> TokenStream {
    let mut arguments = Group::new(Delimiter::Parenthesis, argument);
    arguments.set_span(end);
    quote!(#function #arguments)
}

/// Whether a name is in small letters, as those of resources are and those of constants are not.
fn is_small(name: &Ident) -> bool {
    name.unraw().to_string().starts_with(|first: char| first.is_lowercase())
}

/// Whether a name is that of a type, which has no fields: not a resource's, and not a constant's.
fn is_type_name(name: &str) -> bool {
    name.starts_with(|first: char| first.is_uppercase())
        && name.contains(|letter: char| letter.is_lowercase())
}

/// Whether a value is of several parts, and so none of mixed type.
fn is_list_or_tuple(value: &[TokenTree]) -> bool {
    let Some(TokenTree::Group(group)) = value.first() else { return false };
    let inner: Vec<TokenTree> = group.stream().into_iter().collect();
    match group.delimiter() {
        Delimiter::Bracket => true,
        Delimiter::Parenthesis => value.len() == 1 && split(&inner).len() > 1,
        Delimiter::Brace | Delimiter::None => false,
    }
}

/// A group with other contents and the same places.
fn regroup(group: &Group, inner: TokenStream) -> TokenTree {
    let mut new = Group::new(group.delimiter(), inner);
    new.set_span(group.span());
    TokenTree::Group(new)
}

/// Whether the name at this place is not part of a path, a field, a call or a macro.
fn starts_path(tokens: &[TokenTree], at: usize) -> bool {
    let before = |back: usize| at.checked_sub(back).and_then(|before| tokens.get(before));
    let dotted = is_punct(before(1), '.') && !is_punct(before(2), '.');
    let next = tokens.get(at + 1);
    let called = matches!(next, Some(TokenTree::Group(group)) if group.delimiter() != Delimiter::Bracket);
    let path = is_punct(next, ':') || is_punct(before(1), ':') || is_punct(before(1), '\'');
    !dotted && !called && !path && !is_punct(next, '!')
}

/// The fields after the name at this place, joined by dots; a method is none.
fn dotted(tokens: &[TokenTree], at: usize) -> String {
    let mut path = String::new();
    let mut rest = tokens.get(at + 1..).unwrap_or_default();
    while let [TokenTree::Punct(dot), TokenTree::Ident(field), after @ ..] = rest {
        let called = matches!(after.first(), Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Parenthesis);
        if dot.as_char() != '.' || called || is_punct(after.first(), ':') {
            break;
        }
        if !path.is_empty() {
            path.push('.');
        }
        path.push_str(&Ident::unraw(field).to_string());
        rest = after;
    }
    path
}
