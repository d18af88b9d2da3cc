//! The definition's text with its holes, and what fills them.

use crate::declaration::{Body, Filling, FillingKind, Header};
use crate::ident::{named, plain};
use proc_macro2::{Delimiter, Group, Ident, Literal, Span, TokenStream};
use quote::{TokenStreamExt, quote, quote_spanned};
use stack_core::Checked;
use stack_core::json::interpolation::Notation;
use stack_core::json::{Hole, Json, Member, Node, Site, write};
use stack_core::services::references::{self, ExpectedReferent};
use std::collections::HashMap;

/// A definition's text and its holes.
#[derive(Debug, Default)]
pub(crate) struct Holes {
    /// Compact JSON, with `null` in place of each.
    pub(crate) text: String,
    /// The bytes of the text where they are, in order, each with the index in `list` of what fills it.
    pub(crate) places: Vec<(u32, usize)>,
    /// What fills them.
    pub(crate) list: Vec<TokenStream>,
    /// What has to hold for references: that those by name exist, and that each fits where it stands.
    pub(crate) requirements: Vec<TokenStream>,
    /// References that have a hole already, each at its own place.
    repeated: Vec<TokenStream>,
    /// The hole of each filling. Rustc takes some 0.3 ms for each hole, so equal ones share one.
    numbers: HashMap<String, usize>,
    /// A hole is filled from the stack's resources.
    refers: bool,
    /// Something is looked up in the table of the stack's parameters.
    looks_up: bool,
}

/// What all fillings of a machine need.
struct Context<'a> {
    header: &'a Header,
    body: &'a Body<'a>,
    /// What a reference has to be, by the number of its filling.
    expected: Vec<Option<ExpectedReferent>>,
    private: TokenStream,
}

impl<'a> Context<'a> {
    fn new(header: &'a Header, body: &'a Body<'a>, checked: &Checked<'_>) -> Self {
        let krate = &header.krate;
        let mut expected = vec![None; body.fillings.len()];
        if !body.fillings.is_empty() {
            for state in &checked.machine.states {
                references::expected(state.kind, state.node, &mut |number, requirement| {
                    if let Some(expected) = expected.get_mut(number as usize) {
                        *expected = Some(requirement);
                    }
                });
            }
        }
        Context { header, body, expected, private: quote!(#krate::__private) }
    }
}

impl Holes {
    /// Those of a definition that is left out.
    pub(crate) fn none() -> Self {
        Holes { text: "{}".into(), ..Holes::default() }
    }

    /// Those of a definition.
    pub(crate) fn of(header: &Header, body: &Body<'_>, checked: &Checked<'_>) -> Self {
        let context = Context::new(header, body, checked);
        let mut holes = Holes::default();
        let with_texts;
        let root = if body.texts.is_empty() {
            &body.root
        } else {
            with_texts = filled_in(&body.root, &body.texts);
            &with_texts
        };
        let (text, beside) = write::beside_holes(root);
        let mut places = Vec::with_capacity(beside.len());
        for (at, hole) in beside {
            places.push((at, holes.number(hole, &context)));
        }
        Holes { text, places, ..holes }
    }

    /// No text, but what would fill the holes of one, for rustc to check: references and expressions
    /// that nothing is known to be wrong with.
    pub(crate) fn unfilled(header: &Header, body: &Body<'_>, checked: &Checked<'_>) -> Self {
        let context = Context::new(header, body, checked);
        let is_faulty = |site: Site| checked.findings.iter().any(|finding| finding.site == site);
        let mut holes = Holes::none();
        for (number, filling) in (0..).zip(&body.fillings) {
            let is_checked = match filling.kind {
                FillingKind::Expression { .. } => true,
                // What stands in it is a filling of its own.
                FillingKind::Text(_) => false,
                FillingKind::Reference { .. } | FillingKind::ByName { .. } => header.stack.is_some(),
            };
            if is_checked && filling.is_certain && !is_faulty(filling.site) {
                holes.filled(number, filling, &context);
            }
        }
        holes
    }

    /// The number of the hole; a new one if nothing equal was there.
    fn number(&mut self, hole: &Hole<'_>, context: &Context<'_>) -> usize {
        let private = &context.private;
        let number = match hole {
            Hole::Integration(name) => {
                let text = Literal::string(name);
                return self.shared(format!(":{name}"), || quote!(#private::Hole::Integration(#text)));
            }
            Hole::Reference(number) | Hole::Text(number) | Hole::Expression(number) => *number,
        };
        match usize::try_from(number).ok().and_then(|number| context.body.fillings.get(number)) {
            Some(filling) => self.filled(number, filling, context),
            None => self.add(crate::report::error(
                Span::call_site().into(),
                &format!("the hole {hole:?} has no filling: this is a fault of `stack`, please report it"),
            )),
        }
    }

    fn filled(&mut self, number: u32, filling: &Filling, context: &Context<'_>) -> usize {
        let expected = context.expected.get(number as usize).copied().flatten();
        match &filling.kind {
            FillingKind::Reference { path, is_resource, declared } => {
                let number = self.reference(path, *is_resource, declared.as_deref(), context);
                let first = path.first().map_or_else(Span::call_site, Ident::span);
                let last = path.last().map_or(first, Ident::span);
                let place = declared.as_deref().unwrap_or_default();
                self.require_named(number, expected, place, &context.private, (first, last));
                number
            }
            FillingKind::Text(pattern) => self.text(pattern, context),
            FillingKind::ByName { resource, param, is_resource, place, span } => {
                let number = self.by_name(resource, param, *is_resource, place, *span, context);
                self.require_named(number, expected, place, &context.private, (*span, *span));
                number
            }
            FillingKind::Expression { tokens, span } => {
                let private = respan(&context.private, *span);
                // The trait's own method: of a function's bound, rustc would show where the library has it.
                self.add(quote_spanned! {*span=>
                    #private::Hole::expression(
                        || #private::IntoJson::into_json(#tokens), #private::core::file!(), #private::core::line!()
                    )
                })
            }
        }
    }

    fn add(&mut self, tokens: TokenStream) -> usize {
        self.list.push(tokens);
        self.list.len() - 1
    }

    fn shared(&mut self, key: String, tokens: impl FnOnce() -> TokenStream) -> usize {
        if let Some(&number) = self.numbers.get(&key) {
            return number;
        }
        let number = self.add(tokens());
        self.numbers.insert(key, number);
        number
    }

    /// `Hole::param((*__RESOURCES).orders.name)`, where the user wrote `orders.name`. All but the path
    /// stands at the stack's name: what is wrong with that is then reported once.
    fn reference(
        &mut self,
        path: &[Ident],
        is_resource: bool,
        declared: Option<&str>,
        context: &Context<'_>,
    ) -> usize {
        self.refers = true;
        let span = path.first().map_or_else(Span::call_site, Ident::span);
        let resources = quote_spanned!(stack_span(context.header).unwrap_or(span)=> (*__RESOURCES));
        let words = path.iter().map(|word| named(&plain(word), word.span()));
        let value = quote_spanned!(span=> #resources #(.#words)*);
        let mut key = String::from(if is_resource { "!" } else { "" });
        for word in path {
            key.push('.');
            key.push_str(&plain(word));
        }
        if let Some(&number) = self.numbers.get(&key) {
            // What the header declares is written once.
            if declared.is_none() {
                self.repeated.push(quote_spanned!(span=> let _ = #value;));
            }
            return number;
        }
        let private = respan(&context.private, span);
        let number = self.shared(key, || quote_spanned!(span=> #private::Hole::param(#value)));
        if is_resource {
            let last = path.last().map_or(span, Ident::span);
            self.require_runnable(number, declared.unwrap_or_default(), &private, (span, last));
        }
        number
    }

    /// A text whose references are numbers of other holes.
    fn text(&mut self, pattern: &str, context: &Context<'_>) -> usize {
        let (mut text, mut at) = (String::new(), 0);
        for hole in Notation::Sub.holes(pattern) {
            let filling = hole.name.parse::<u32>().ok();
            let filling =
                filling.and_then(|number| Some((number, context.body.fillings.get(number as usize)?)));
            if let Some((number, filling)) = filling {
                let number = self.filled(number, filling, context);
                text.push_str(pattern.get(at..hole.place.start).unwrap_or_default());
                text.push_str(&format!("${{{number}}}"));
                at = hole.place.end;
            }
        }
        text.push_str(pattern.get(at..).unwrap_or_default());
        let private = &context.private;
        let literal = Literal::string(&text);
        self.shared(format!("\"{text}"), || quote!(#private::Hole::Text(#literal)))
    }

    /// A task must be able to run what fills the hole. The check is a constant of its own, so that a fault
    /// does not reach the machine's constants; it reads the hole, so that a reference is written once.
    fn require_runnable(&mut self, number: usize, place: &str, private: &TokenStream, at: (Span, Span)) {
        let number = Literal::usize_unsuffixed(number);
        self.looks_up = true;
        let arguments = quote_spanned!(at.0=> &__HOLES[#number], __TABLE, #place);
        let arguments = parenthesized(arguments, at.1);
        self.requirements.push(quote_spanned!(at.0=> const _: () = #private::require_runnable #arguments;));
    }

    /// What fills the hole must be what is wanted where it stands. That is asked once of each hole and parameter,
    /// for the same reason.
    fn require_named(
        &mut self,
        number: usize,
        expected: Option<ExpectedReferent>,
        place: &str,
        private: &TokenStream,
        at: (Span, Span),
    ) {
        let Some(expected) = expected else { return };
        if self.numbers.insert(format!("#{number} {expected:?}"), number).is_some() {
            return;
        }
        let ExpectedReferent { parameter, names } = expected;
        let private = respan(private, at.0);
        let number = Literal::usize_unsuffixed(number);
        self.looks_up = true;
        let names = names.iter().map(|name| {
            let name = Ident::new(&format!("{name:?}"), at.0);
            quote_spanned!(at.0=> #private::Referent::#name)
        });
        let arguments = quote_spanned!(at.0=> &__HOLES[#number], #parameter, &[#(#names),*], __TABLE, #place);
        let arguments = parenthesized(arguments, at.1);
        self.requirements.push(quote_spanned!(at.0=> const _: () = #private::require_named #arguments;));
    }

    /// A hole that is found by name, and the constants that complain if it is not. A name that is
    /// written again is not checked again: each check costs rustc a millisecond.
    fn by_name(
        &mut self,
        resource: &str,
        param: &str,
        is_resource: bool,
        place: &str,
        span: Span,
        context: &Context<'_>,
    ) -> usize {
        let private = respan(&context.private, span);
        self.looks_up = true;
        let found = quote_spanned!(span=> #private::find(__TABLE, #resource, #param));
        let key = format!("'{resource}'{param}");
        if !self.numbers.contains_key(&key) {
            self.requirements.push(quote_spanned! {span=>
                const _: () = #private::require(__TABLE, #resource, #param, #place);
            });
        }
        let number = self.shared(key, || quote_spanned!(span=> #private::Hole::param_by_name(#found)));
        if is_resource && self.numbers.insert(format!("!'{resource}'{param}"), number).is_none() {
            self.require_runnable(number, place, &private, (span, span));
        }
        number
    }

    /// The constants that references start from, if any does; else a use of the stack, which has to be one.
    /// They stand where the header names the stack, so that rustc says there, and only there, what is wrong with it.
    pub(crate) fn resources(&self, header: &Header, private: &TokenStream) -> TokenStream {
        let Some(span) = stack_span(header) else { return TokenStream::new() };
        let private = respan(private, span);
        let table = self.looks_up.then(|| {
            quote_spanned!(span=> const __TABLE: &[#private::ResourceParams] = <__Stack as #private::Stack>::TABLE;)
        });
        if self.refers {
            let repeated = &self.repeated;
            let repeated = (!repeated.is_empty()).then(|| quote!(const _: () = { #(#repeated)* };));
            quote_spanned! {span=>
                const __RESOURCES: & <__Stack as #private::Stack>::Resources = &<__Stack as #private::Stack>::RESOURCES;
                #table
                #repeated
            }
        } else if self.looks_up {
            table.unwrap_or_default()
        } else {
            quote_spanned!(span=> const _: &#private::core::primitive::str = <__Stack as #private::Stack>::NAME;)
        }
    }
}

/// The definition with holes in place of the texts in the table.
fn filled_in<'a>(node: &Node<'a>, texts: &[(Site, u32)]) -> Node<'a> {
    let json = match &node.json {
        Json::String(text) => {
            let place = texts.partition_point(|(site, _)| *site < node.site);
            match texts.get(place) {
                Some((site, number)) if *site == node.site => Json::Hole(Hole::Text(*number)),
                _ => Json::String(text.clone()),
            }
        }
        Json::Array(items) => {
            let mut filled = Vec::with_capacity(items.len());
            for item in items {
                filled.push(filled_in(item, texts));
            }
            Json::Array(filled)
        }
        Json::Object(members) => {
            let mut filled = Vec::with_capacity(members.len());
            for member in members {
                filled.push(Member { key: member.key.clone(), value: filled_in(&member.value, texts) });
            }
            Json::Object(filled)
        }
        other => other.clone(),
    };
    Node::new(json, node.site)
}

fn stack_span(header: &Header) -> Option<Span> {
    Some(header.stack.clone()?.into_iter().last()?.span())
}

/// The arguments of a call that is underlined from its first token to its last, which is at `last`.
fn parenthesized(arguments: TokenStream, last: Span) -> Group {
    let mut group = Group::new(Delimiter::Parenthesis, arguments);
    group.set_span(last);
    group
}

/// The same tokens at another place.
fn respan(tokens: &TokenStream, span: Span) -> TokenStream {
    let mut respanned = TokenStream::new();
    for mut token in tokens.clone() {
        token.set_span(span);
        respanned.append(token);
    }
    respanned
}
