//! What stands in an attribute's parentheses: `name = value` and `name`, separated by commas.

use super::faults::Faults;
use super::gaps;
use super::tokens::{is_punct, split};
use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};
use quote::quote;
use syn::ext::IdentExt;
use syn::{Attribute, Meta};

/// A property as it was written.
pub(super) struct Property {
    pub(super) name: Ident,
    /// The tokens after `=`; `None` for a name alone, which means `true`.
    pub(super) value: Option<Vec<TokenTree>>,
}

impl Property {
    /// All its tokens but the `=`.
    pub(super) fn tokens(&self) -> TokenStream {
        let (name, value) = (&self.name, self.value.as_deref().unwrap_or_default());
        quote!(#name #(#value)*)
    }
}

/// The properties in all attributes of that name, `resource` or `stack`. The other one of the two stands
/// in a wrong place, and a property that is there twice is a fault, too.
pub(super) fn read_all(attributes: &[Attribute], name: &str, faults: &mut Faults) -> Vec<Property> {
    let mut properties: Vec<Property> = Vec::new();
    for attribute in attributes {
        if !attribute.path().is_ident(name) {
            misplaced(attribute, faults);
            continue;
        }
        for property in list(attribute, faults) {
            if properties.iter().any(|other| other.name.unraw() == property.name.unraw()) {
                faults.at(&property.name, format_args!("`{}` is set twice", property.name));
            } else {
                properties.push(property);
            }
        }
    }
    properties
}

fn misplaced(attribute: &Attribute, faults: &mut Faults) {
    if attribute.path().is_ident("resource") {
        faults.at(attribute, "`#[resource(..)]` belongs to a field: the struct takes `#[stack(..)]`");
    } else if attribute.path().is_ident("stack") {
        faults.at(attribute, "`#[stack(..)]` belongs to the struct: a field takes `#[resource(..)]`");
    }
}

/// What stands between the parentheses of an attribute.
fn list(attribute: &Attribute, faults: &mut Faults) -> Vec<Property> {
    match &attribute.meta {
        Meta::Path(_) => Vec::new(),
        Meta::List(list) => read(list.tokens.clone(), faults),
        Meta::NameValue(pair) => {
            let name = pair.path.get_ident().map_or_else(String::new, Ident::to_string);
            faults.at(&pair.path, format_args!("write `#[{name}(property = value, ..)]`"));
            Vec::new()
        }
    }
}

/// Reads a list of properties. What cannot be read is a fault, and is left out.
fn read(tokens: TokenStream, faults: &mut Faults) -> Vec<Property> {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    split(&tokens).into_iter().filter_map(|entry| property(entry, faults)).collect()
}

fn property(entry: &[TokenTree], faults: &mut Faults) -> Option<Property> {
    let (name, rest) = match entry {
        [] => return None,
        [TokenTree::Ident(name), rest @ ..] => (name, rest),
        [other, ..] => {
            faults.at(other, "the name of a property is missing: write `name = value`");
            return None;
        }
    };
    match rest {
        [] => Some(Property { name: name.clone(), value: None }),
        [TokenTree::Punct(equals)] if equals.as_char() == '=' => {
            faults.at(
                name,
                format_args!("`{name}` has no value: write `{name} = ..`, or only `{name}` for `true`"),
            );
            None
        }
        [TokenTree::Punct(equals), value @ ..]
            if equals.as_char() == '=' && !is_punct(value.first(), '=') =>
        {
            if let Some(next) = run_on(value) {
                faults.at(next, format_args!("a comma is missing before `{next}`"));
                return None;
            }
            let value = bare(value);
            if let Some((at, message)) = gaps::fault(&value) {
                faults.at(at, message);
                return None;
            }
            Some(Property { name: name.clone(), value: Some(value) })
        }
        [TokenTree::Group(group), ..] if group.delimiter() == Delimiter::Parenthesis => {
            faults.at(name, format_args!("`{name}` is set with `=`: write `{name} = {}`", group.stream()));
            None
        }
        [other, ..] => {
            let mut value = rest;
            while let [TokenTree::Punct(_), after @ ..] = value {
                value = after;
            }
            let value = if value.is_empty() { "value".to_owned() } else { quote!(#(#value)*).to_string() };
            faults.at(other, format_args!("`{name}` is set with `=`: write `{name} = {value}`"));
            None
        }
    }
}

/// The tokens of a value without the invisible group around what a `macro_rules!` macro was given.
fn bare(value: &[TokenTree]) -> Vec<TokenTree> {
    match value {
        [TokenTree::Group(group)] if group.delimiter() == Delimiter::None => {
            bare(&group.stream().into_iter().collect::<Vec<_>>())
        }
        _ => value.to_vec(),
    }
}

/// The name of a second property in a value, where a comma is missing: `512 timeout = 20`.
fn run_on(value: &[TokenTree]) -> Option<&Ident> {
    value.windows(3).find_map(|tokens| match tokens {
        [before, TokenTree::Ident(name), equals]
            if !matches!(before, TokenTree::Punct(_)) && is_punct(Some(equals), '=') =>
        {
            Some(name)
        }
        _ => None,
    })
}
