//! The definition's text with its holes, and what fills them.

use crate::declaration::{Body, Filling, Header};
use proc_macro2::{Ident, Literal, Span, TokenStream, TokenTree};
use quote::{quote, quote_spanned};
use stack_core::json::Hole;
use stack_core::write;

/// A definition's text and its holes.
#[derive(Debug)]
pub(crate) struct Holes {
    /// Compact JSON with `@0`, `@1`, ..
    pub(crate) text: String,
    /// What fills them, in order.
    pub(crate) list: Vec<TokenStream>,
    /// What has to hold for references by name.
    pub(crate) requirements: Vec<TokenStream>,
    /// A hole is filled from the stack's resources.
    refers: bool,
}

impl Holes {
    /// Those of a definition that is left out.
    pub(crate) fn none() -> Self {
        Holes { text: "{}".into(), list: Vec::new(), requirements: Vec::new(), refers: false }
    }

    /// Those of a definition.
    pub(crate) fn of(header: &Header, body: &Body<'_>) -> Self {
        let mut holes = Holes::none();
        let krate = &header.krate;
        let private = quote!(#krate::__private);
        let text = write::compact(&body.root, &mut |hole, out| {
            out.push('@');
            out.push_str(&holes.list.len().to_string());
            holes.add(hole, header, body, &private);
        });
        Holes { text, ..holes }
    }

    fn add(&mut self, hole: &Hole<'_>, header: &Header, body: &Body<'_>, private: &TokenStream) {
        let filling = match hole {
            Hole::Integration(name) => {
                let name = Literal::string(name);
                return self.list.push(quote!(#private::Hole::Integration(#name)));
            }
            Hole::Reference(number) | Hole::Expression(number) => {
                usize::try_from(*number).ok().and_then(|number| body.fillings.get(number))
            }
        };
        let tokens = match filling {
            Some(Filling::Reference { path, is_resource }) => {
                self.refers = true;
                reference(path, *is_resource, header, private)
            }
            Some(Filling::ByName { resource, param, is_resource, place, spans }) => {
                let span = spans.first;
                let private = respan(private, span);
                let place = place.as_str();
                let found = quote_spanned!(span=> #private::find(<__Stack as #private::Stack>::TABLE, #resource, #param));
                self.requirements.push(quote_spanned! {span=>
                    const _: () = #private::require(<__Stack as #private::Stack>::TABLE, #resource, #param, #place);
                });
                // The check is a constant of its own, so that a fault does not reach the machine's constants.
                if *is_resource {
                    self.requirements.push(quote_spanned! {span=>
                        const _: #private::Hole = #private::Hole::resource_by_name(#found, #place);
                    });
                }
                quote_spanned!(span=> #private::Hole::param_by_name(#found))
            }
            Some(Filling::Expression { tokens, spans }) => {
                let private = respan(private, spans.first);
                quote_spanned! {spans.first=>
                    #private::Hole::expression(
                        || #private::expression(#tokens), #private::core::file!(), #private::core::line!()
                    )
                }
            }
            None => crate::report::error(
                Span::call_site().into(),
                &format!("the hole {hole:?} has no filling: this is a fault of `stack`, please report it"),
            ),
        };
        self.list.push(tokens);
    }

    /// The constant that references start from, if any does; else a look at the stack, which has to be one.
    /// It stands where the header names the stack.
    pub(crate) fn resources(&self, header: &Header, private: &TokenStream) -> TokenStream {
        let Some(span) = stack_span(header) else { return TokenStream::new() };
        let private = respan(private, span);
        if self.refers {
            quote_spanned! {span=>
                const __RESOURCES: <__Stack as #private::Stack>::Resources = <__Stack as #private::Stack>::RESOURCES;
            }
        } else {
            quote_spanned!(span=> const _: &#private::core::primitive::str = <__Stack as #private::Stack>::NAME;)
        }
    }
}

/// `Hole::param((__RESOURCES).orders.name)`, where the user wrote `orders.name`. Only the constant
/// stands at the stack's name: what is wrong with that is then said once.
fn reference(path: &[Ident], is_resource: bool, header: &Header, private: &TokenStream) -> TokenStream {
    let span = path.first().map_or_else(Span::call_site, Ident::span);
    let private = respan(private, span);
    let how = Ident::new(if is_resource { "resource" } else { "param" }, span);
    let resources = Ident::new("__RESOURCES", stack_span(header).unwrap_or(span));
    quote_spanned!(span=> #private::Hole::#how((#resources) #(.#path)*))
}

fn stack_span(header: &Header) -> Option<Span> {
    Some(header.stack.clone()?.into_iter().last()?.span())
}

/// The same tokens at another place.
fn respan(tokens: &TokenStream, span: Span) -> TokenStream {
    let respanned = tokens.clone().into_iter().map(|mut token: TokenTree| {
        token.set_span(span);
        token
    });
    respanned.collect()
}
