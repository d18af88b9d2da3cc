//! `state_machine!` on one screen: read the tokens, check the definition, print what there is to say, expand.

use crate::declaration::{Allowance, AllowanceScope, Header};
use crate::expand;
use crate::parse::Definition;
use crate::parse::cursor::{self, Cursor};
use crate::parse::reader::Reader;
use crate::report::{self, Places};
use proc_macro2::{Span, TokenStream};
use quote::quote;
use stack_core::finding::{Allow, Scope};
use stack_core::json::Site;
use stack_core::model::Machine;
use stack_core::rules::documents::too_large;

/// The expansion. On errors it still has the same items, so that nothing else fails to compile.
pub(crate) fn expand(tokens: TokenStream) -> TokenStream {
    let tokens = cursor::tokens(tokens);
    let mut cursor = Cursor::new(&tokens, Span::call_site());
    let mut reader = Reader::default();
    let Some(header) = reader.header(&mut cursor) else { return errors(reader) };

    let mut text = None;
    let body = match reader.definition(&mut cursor, &header) {
        Some(Definition::Braces(group)) => Some(reader.braces(group, &header)),
        Some(Definition::Literal(literal)) => {
            text = reader.load(literal);
            text.as_ref().map(|text| reader.text_body(text, literal, &header))
        }
        None => None,
    };
    let Some(body) = body else {
        let items = expand::bare(&header);
        let errors = errors(reader);
        return quote!(#errors #items);
    };

    require_stack(&mut reader, &header);
    let allows: Vec<Allow<'_>> = reader.allowances.iter().map(allow).collect();
    too_large::check(&body.root, too_large::most_bytes(&body.root), &reader.findings);
    let checked = stack_core::check(&body.root, header.kind, &allows, reader.findings);
    let places = Places { sites: reader.sites, text: text.as_ref() };
    let notes = report::notes(&reader.faults, &checked.findings, &places);
    let is_sound = checked.accepted() && reader.faults.list().is_empty();
    let allows = in_machine(&reader.allowances, &checked.machine);
    let items = expand::machine(&header, &body, &checked, &places, &allows, is_sound);
    quote!(#notes #items)
}

/// What was reported before there was a definition to check.
fn errors(reader: Reader) -> TokenStream {
    let places = Places { sites: reader.sites, text: None };
    report::notes(&reader.faults, &reader.findings.finish(), &places)
}

/// A machine that refers to resources has to say whose.
fn require_stack(reader: &mut Reader, header: &Header) {
    if let (None, Some((spans, reference))) = (&header.stack, reader.first_reference.take()) {
        let name = &header.name;
        let message = format!("`{reference}` refers to a resource, but `{name}` names no stack");
        let help =
            format!("write `{name} in MyStack`, where `MyStack` is the struct with `#[derive(Stack)]`");
        reader.fault(spans, message, &[&help]);
    }
}

/// Rules and the states in which they are silenced, or no name for the whole machine.
fn in_machine<'m>(allowances: &'m [Allowance], machine: &Machine<'m>) -> Vec<(&'m str, &'m str)> {
    let state = |first: Site, last: Site| {
        let mut names = machine.states.iter().map(|state| state.name);
        names.find(|name| first <= name.site && name.site <= last).map(|name| name.value)
    };
    let place = |allowance: &'m Allowance| {
        let name = match &allowance.scope {
            AllowanceScope::Machine => "",
            AllowanceScope::Named(name) => &name.value,
            AllowanceScope::Range(first, last) => state(*first, *last)?,
        };
        Some((allowance.rule.value.as_str(), name))
    };
    allowances.iter().filter_map(place).collect()
}

fn allow(allowance: &Allowance) -> Allow<'_> {
    let scope = match &allowance.scope {
        AllowanceScope::Machine => Scope::Machine,
        AllowanceScope::Named(name) => {
            Scope::State(stack_core::json::At { value: name.value.as_str(), site: name.site })
        }
        AllowanceScope::Range(first, last) => Scope::Range(*first, *last),
    };
    Allow {
        rule: stack_core::json::At { value: allowance.rule.value.as_str(), site: allowance.rule.site },
        scope,
    }
}
