//! `${..}` in the texts of properties: parameters of resources and what every deployment has.
//!
//! Only texts that stand in the attribute itself are looked at. Their setters get them as they were written; once the
//! template is made, it is told what each placeholder stands for.

use super::attribute::Property;
use super::faults::Faults;
use super::item::{Placeholder, Resource, Stack};
use super::span::respan;
use super::tokens::{is_punct, split};
use super::value::Mention;
use crate::ident::is_plain;
use proc_macro2::{Delimiter, Literal, TokenStream, TokenTree};
use quote::quote;
use stack_core::finding::Findings;
use stack_core::json::interpolation::{self, Hole, Notation};
use stack_core::json::{Json, Node};
use stack_core::rules::documents::unfilled_placeholder::{itself, malformed};
use stack_core::similar::nearest;
use syn::ext::IdentExt;

/// Finds the placeholders of a resource's properties. Those that nothing fills in are faults.
pub(super) fn find(resource: &Resource, names: &[String], faults: &mut Faults) -> Vec<Placeholder> {
    let mut found = Vec::new();
    let values = resource.properties.iter().find(|property| property.name == "values");
    let values = values.map(listed);
    for property in &resource.properties {
        let name = property.name.unraw().to_string();
        if name.ends_with("_path") {
            continue;
        }
        let mut literals = Vec::new();
        collect(property.value.as_deref().unwrap_or_default(), &mut literals);
        for (literal, text) in literals {
            let mut search =
                Search { names, values: &values, property: &name, literal: &literal, found: &mut found };
            if let Some(message) = search.text(&text) {
                faults.at(literal, message);
            }
        }
    }
    found
}

/// The search in one literal.
struct Search<'s> {
    names: &'s [String],
    /// The names that `values` lists; none if that is not a list in place.
    values: &'s Option<Option<Vec<String>>>,
    property: &'s str,
    literal: &'s Literal,
    found: &'s mut Vec<Placeholder>,
}

impl Search<'_> {
    /// Looks at a text, or at the strings of JSON in it; gives the message about the first that nothing fills in.
    fn text(&mut self, text: &str) -> Option<String> {
        if text.trim_start().starts_with(['{', '[']) {
            let faults = Findings::new();
            let node = stack_core::read(text, &[], &faults);
            // The property says what is wrong with it, if it is JSON.
            return if faults.finish().is_empty() { self.node(&node) } else { self.string(text) };
        }
        self.string(text)
    }

    fn node(&mut self, node: &Node<'_>) -> Option<String> {
        match &node.json {
            Json::String(text) => self.string(text),
            Json::Array(items) => items.iter().find_map(|item| self.node(item)),
            Json::Object(members) => members.iter().find_map(|member| match member.key.value.as_ref() {
                "Fn::Sub" => self.sub(&member.value),
                key => self.string(key).or_else(|| self.node(&member.value)),
            }),
            _ => None,
        }
    }

    /// The text of a `Fn::Sub` can also name CloudFormation's resources, and what stands beside it.
    fn sub(&mut self, value: &Node<'_>) -> Option<String> {
        let (text, names) = match value.as_array() {
            Some(parts) => (parts.first()?, parts.get(1)),
            None => (value, None),
        };
        for hole in Notation::Sub.holes(text.as_str()?) {
            let known = hole.name.split_once('.').filter(|(resource, _)| self.position(resource).is_some());
            if known.is_some() {
                self.hole(text.as_str()?, &hole);
            }
        }
        self.node(names?)
    }

    fn position(&self, resource: &str) -> Option<usize> {
        self.names.iter().position(|known| known == resource)
    }

    fn string(&mut self, text: &str) -> Option<String> {
        let mut message = None;
        for hole in Notation::Placeholder.holes(text) {
            message = message.or(self.hole(text, &hole));
        }
        let unclosed = interpolation::unclosed(text).and_then(|hole| malformed(text, &hole));
        message.or(unclosed.map(|(message, help)| format!("{message}\nhelp: {help}")))
    }

    fn hole(&mut self, text: &str, hole: &Hole<'_>) -> Option<String> {
        let name = hole.name;
        let is_value = match self.values {
            Some(Some(values)) => values.iter().any(|value| value == name),
            // What it lists is not known here.
            Some(None) => !name.starts_with("AWS::") && !name.starts_with('!'),
            None => false,
        };
        if is_value || interpolation::is_policy_variable(name) || is_foreign(name) {
            return None;
        }
        if interpolation::is_pseudo_parameter(name) || name.starts_with('!') {
            self.add(name, None);
            return None;
        }
        if let Some((message, help)) = malformed(text, hole) {
            return Some(format!("{message}\nhelp: {help}"));
        }
        let (resource, param) = name.split_once('.').unwrap_or((name, ""));
        let at = self.position(resource);
        if let Some(at) = at.filter(|_| param.split('.').all(is_plain)) {
            self.add(name, Some((at, param.to_owned())));
            return None;
        }
        let itself = itself(name);
        Some(match at {
            Some(_) => format!(
                "`{resource}` is a resource: a text has one of its parameters, such as `${{{resource}.arn}}`\nhelp: {itself}"
            ),
            None => {
                let dot = if param.is_empty() { "" } else { "." };
                let values = self.values.as_ref().and_then(Option::as_deref).unwrap_or_default();
                let near = nearest(name, values.iter().map(String::as_str)).map(str::to_owned);
                let near = near.or_else(|| {
                    let resource = nearest(resource, self.names.iter().map(String::as_str))?;
                    Some(format!("{resource}{dot}{param}")).filter(|_| !param.is_empty())
                });
                let near = near.map(|near| format!("\nhelp: did you mean `${{{near}}}`?"));
                format!(
                    "nothing fills in `${{{name}}}`{}\nhelp: parameters of resources are filled in, `${{orders.name}}`, and what every deployment has, `${{AWS::Region}}`\nhelp: {itself}",
                    near.unwrap_or_default()
                )
            }
        })
    }

    fn add(&mut self, name: &str, parameter: Option<(usize, String)>) {
        self.found.push(Placeholder {
            name: name.to_owned(),
            property: self.property.to_owned(),
            literal: self.literal.clone(),
            parameter,
        });
    }
}

/// Whether what stands in braces is no name, so that it is for something else, such as `${topic()}` of a rule of IoT.
fn is_foreign(name: &str) -> bool {
    let name = name.strip_prefix('!').unwrap_or(name);
    name.contains('(') || !name.starts_with(|first: char| first.is_alphabetic() || first == '_')
}

/// The names of a list of pairs; none if it is something else.
fn listed(property: &Property) -> Option<Vec<String>> {
    let [TokenTree::Group(list)] = property.value.as_deref()? else { return None };
    let tokens: Vec<TokenTree> = list.stream().into_iter().collect();
    let name = |element: &[TokenTree]| {
        let [TokenTree::Group(pair)] = element else { return None };
        match pair.stream().into_iter().next()? {
            TokenTree::Literal(literal) => match syn::Lit::new(literal) {
                syn::Lit::Str(text) => Some(text.value()),
                _ => None,
            },
            _ => None,
        }
    };
    let mut names = Vec::new();
    for element in split(&tokens) {
        names.push(name(element)?);
    }
    Some(names)
}

/// The string literals of a value, but for those in blocks and macros, where Rust's own rules apply.
fn collect(tokens: &[TokenTree], found: &mut Vec<(Literal, String)>) {
    for (at, token) in tokens.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|before| tokens.get(before));
        match token {
            TokenTree::Literal(literal) => found.extend(string(literal).map(|text| (literal.clone(), text))),
            TokenTree::Group(group) if group.delimiter() != Delimiter::Brace && !is_punct(before, '!') => {
                collect(&group.stream().into_iter().collect::<Vec<_>>(), found);
            }
            _ => {}
        }
    }
}

fn string(literal: &Literal) -> Option<String> {
    match syn::Lit::new(literal.clone()) {
        syn::Lit::Str(text) => Some(text.value()).filter(|text| text.contains("${")),
        _ => None,
    }
}

/// The uses of other resources in them.
pub(super) fn mentions(placeholders: &[Placeholder]) -> impl Iterator<Item = Mention> + '_ {
    placeholders.iter().filter_map(|placeholder| {
        let (resource, path) = placeholder.parameter.clone()?;
        Some(Mention { resource, path, property: placeholder.property.clone() })
    })
}

/// What is demanded of them: that the parameters exist.
pub(super) fn requirements(stack: &Stack, resource: &Resource, names: &[String]) -> TokenStream {
    let Stack { name, library, .. } = stack;
    let mut out = TokenStream::new();
    for placeholder in &resource.placeholders {
        let Some((at, param)) = &placeholder.parameter else { continue };
        let (span, other) = (placeholder.literal.span(), names.get(*at));
        let demand = quote! {
            const _: () = #library::__private::require(<#name as #library::__private::Stack>::TABLE, #other, #param, "");
        };
        out.extend(respan(demand, span));
    }
    out
}

/// The statement that tells the template what stands for them, if there are any.
pub(super) fn statement(stack: &Stack, resource: &Resource, names: &[String]) -> TokenStream {
    let (library, text) = (&stack.library, &resource.text);
    let mut told: Vec<&str> = Vec::new();
    let mut list = Vec::new();
    for Placeholder { name, parameter, .. } in &resource.placeholders {
        if told.contains(&name.as_str()) {
            continue;
        }
        told.push(name);
        let option = quote!(#library::__private::core::option::Option);
        list.push(match parameter {
            Some((at, param)) => {
                let other = names.get(*at);
                let table = quote!(<Self as #library::__private::Stack>::TABLE);
                quote!((#name, #option::Some(#library::__private::find(#table, #other, #param))))
            }
            None => quote!((#name, #option::None)),
        });
    }
    if list.is_empty() {
        return TokenStream::new();
    }
    quote!(__builder.fill_in(#text, const { &[#(#list),*] });)
}
