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
    /// There is a stack.
    has_stack: bool,
}

impl Holes {
    /// Those of a definition that is left out.
    pub(crate) fn none(header: &Header) -> Self {
        let has_stack = header.stack.is_some();
        Holes { text: "{}".into(), list: Vec::new(), requirements: Vec::new(), refers: false, has_stack }
    }

    /// Those of a definition.
    pub(crate) fn of(header: &Header, body: &Body<'_>) -> Self {
        let mut holes = Holes::none(header);
        let krate = &header.krate;
        let private = quote!(#krate::__private);
        let text = write::compact(&body.root, &mut |hole, out| {
            out.push('@');
            out.push_str(&holes.list.len().to_string());
            holes.add(hole, body, &private);
        });
        Holes { text, ..holes }
    }

    fn add(&mut self, hole: &Hole<'_>, body: &Body<'_>, private: &TokenStream) {
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
                reference(path, *is_resource, private)
            }
            Some(Filling::ByName { resource, param, is_resource, place, spans }) => {
                let span = spans.first;
                let private = respan(private, span);
                let how = if *is_resource {
                    quote_spanned!(span=> resource_by_name)
                } else {
                    quote_spanned!(span=> param_by_name)
                };
                let place = place.as_str();
                self.requirements.push(quote_spanned! {span=>
                    const _: () = #private::require(<__Stack as #private::Stack>::TABLE, #resource, #param, #place);
                });
                let place = is_resource.then(|| quote_spanned!(span=> , #place));
                quote_spanned! {span=>
                    #private::Hole::#how(
                        #private::find(<__Stack as #private::Stack>::TABLE, #resource, #param) #place
                    )
                }
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
    pub(crate) fn resources(&self, private: &TokenStream) -> TokenStream {
        if self.refers {
            quote! {
                const __RESOURCES: <__Stack as #private::Stack>::Resources =
                    <__Stack as #private::Stack>::RESOURCES;
            }
        } else if self.has_stack {
            quote!(const _: &#private::core::primitive::str = <__Stack as #private::Stack>::NAME;)
        } else {
            TokenStream::new()
        }
    }
}

/// `Hole::param(__RESOURCES.orders.name)`, all of it where the user wrote `orders.name`.
fn reference(path: &[Ident], is_resource: bool, private: &TokenStream) -> TokenStream {
    let span = path.first().map_or_else(Span::call_site, Ident::span);
    let private = respan(private, span);
    let how = Ident::new(if is_resource { "resource" } else { "param" }, span);
    quote_spanned!(span=> #private::Hole::#how(__RESOURCES #(.#path)*))
}

/// The same tokens at another place.
fn respan(tokens: &TokenStream, span: Span) -> TokenStream {
    let respanned = tokens.clone().into_iter().map(|mut token: TokenTree| {
        token.set_span(span);
        token
    });
    respanned.collect()
}
