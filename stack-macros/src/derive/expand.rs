//! The items that a stack expands to, in three layers, so that their evaluation never goes round:
//! the resources (names only), then their properties and the machines' references, then the checks.

use super::faults::Faults;
use super::files;
use super::item::{Resource, Stack};
use super::value::{Mentions, Values};
use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote, quote_spanned};

/// The expansion. With faults, what depends on the faulty parts is left out, but not the items that
/// the rest of the crate names.
pub(super) fn stack(stack: &Stack, faults: Faults) -> TokenStream {
    let errors = faults.tokens();
    let resources = resources(stack);
    let graph = if stack.whole { graph(stack) } else { Graph::default() };
    let implementation = implementation(stack, &graph.build);
    let checks = graph.checks;
    let alive = alive(stack);
    quote! {
        #errors
        #[doc(hidden)]
        #[allow(non_upper_case_globals, private_interfaces, unreachable_pub, unused_qualifications, clippy::absolute_paths)]
        const _: () = {
            #resources
            #checks
            #implementation
            #alive
        };
    }
}

/// The type of all resources' references, and its value.
fn resources(stack: &Stack) -> TokenStream {
    let Stack { visibility, name, library, .. } = stack;
    let type_name = format_ident!("{name}Resources", span = name.span().resolved_at(Span::call_site()));
    let fields = stack.resources.iter().map(|resource| &resource.name);
    let kinds: Vec<TokenStream> =
        stack.resources.iter().map(|resource| part(stack, resource, &quote!(References))).collect();
    let values = stack.resources.iter().zip(&kinds).map(|(Resource { name, text, kind, .. }, references)| {
        let (_, last) = resource_span(kind);
        let of = quote_spanned!(last=> ::of(#text));
        quote!(#name: <#references> #of)
    });
    quote! {
        #[derive(Clone, Copy)]
        #visibility struct #type_name {
            #(pub #fields: #kinds,)*
            pub shared: #library::__private::SharedReferences,
        }
        type __Resources = #type_name;
        const __RESOURCES: __Resources = #type_name {
            #(#values,)*
            shared: #library::__private::SharedReferences::of("shared"),
        };
    }
}

/// What needs all resources to be sound.
#[derive(Default)]
struct Graph {
    /// Statics of the properties, and checks.
    checks: TokenStream,
    /// The statements that add the resources to the template.
    build: TokenStream,
}

fn graph(stack: &Stack) -> Graph {
    let library = &stack.library;
    let mut names: Vec<String> = stack.resources.iter().map(|resource| resource.text.clone()).collect();
    names.push("shared".to_owned());
    let (mut users, mut properties, mut build) = (Vec::new(), Vec::new(), TokenStream::new());
    for resource in &stack.resources {
        let mut values = Values { names: &names, library, mentions: Mentions::default() };
        if !resource.broken {
            let (text, kind, value) = (&resource.text, &resource.kind, resource.value_name());
            properties.push(self::properties(stack, resource, &mut values));
            build.extend(quote!(__builder.add::<#kind>(#text, &#value)?;));
        }
        let text = &resource.text;
        let uses = values.mentions.uses.iter().filter_map(|(used, param)| {
            let used = names.get(*used)?;
            Some(quote!(#library::__private::Use { resource: #used, param: #param }))
        });
        let kind_uses = part(stack, resource, &quote!(USES));
        users.push(quote! {
            #library::__private::User { name: #text, properties: &[#(#uses),*], kind: #kind_uses }
        });
    }
    let count = stack.resources.len();
    let belongs = stack.resources.iter().map(|resource| {
        let (first, last) = resource_span(&resource.kind);
        let (kind, name) = (&resource.kind, &stack.name);
        let start = quote_spanned!(first=> <#kind as);
        let end = quote_spanned!(last=> ::BelongsTo<#name>>::HERE);
        quote!(let () = #start #library::__private #end;)
    });
    let at = stack.name.span();
    let cycles = quote_spanned!(at=> #library::__private::refuse_cycles(&__USERS));
    let checks = quote! {
        static __USERS: [#library::__private::User; #count] = [#(#users),*];
        #(#properties)*
        const _: () = {
            #(#belongs)*
            #cycles
        };
    };
    Graph { checks, build }
}

/// The static of a resource's properties: the kind's own setters, called on the user's tokens.
fn properties(stack: &Stack, resource: &Resource, values: &mut Values<'_>) -> TokenStream {
    let library = &stack.library;
    let (text, name, value) = (&resource.text, &resource.name, resource.value_name());
    let local = Ident::new("__properties", Span::mixed_site());
    let files = resource.properties.iter().map(|property| files::watch(property, library));
    let files: TokenStream = files.collect();
    let setters: Vec<TokenStream> = resource
        .properties
        .iter()
        .map(|property| {
            let setter = &property.name;
            let value = match &property.value {
                Some(value) => values.expression(value),
                None => quote_spanned!(setter.span()=> true),
            };
            let end = property.value.iter().flatten().last().map_or(setter.span(), TokenTree::span);
            let mut arguments = Group::new(proc_macro2::Delimiter::Parenthesis, value);
            arguments.set_span(end.resolved_at(Span::call_site()));
            quote!(#local = #local.#setter #arguments;)
        })
        .collect();
    let mentioned = values.mentions.resources.iter().map(|&at| match stack.resources.get(at) {
        Some(other) => {
            let (name, kind) = (&other.name, part(stack, other, &quote!(References)));
            quote!(const #name: #kind = __RESOURCES.#name;)
        }
        None => quote! {
            const shared: #library::__private::SharedReferences = __RESOURCES.shared;
        },
    });
    let (properties, new) = (part(stack, resource, &quote!(Properties)), part(stack, resource, &quote!(NEW)));
    let mutable = (!setters.is_empty()).then(|| quote!(mut));
    let check = quote_spanned!(name.span()=> #local.check(&#library::__private::Uses::new(#text, &__USERS)));
    quote! {
        #files
        static #value: #properties = {
            #(#mentioned)*
            let #mutable #local: #properties = #new;
            #(#setters)*
            #check;
            #local
        };
    }
}

fn implementation(stack: &Stack, build: &TokenStream) -> TokenStream {
    let Stack { name, library, own_vpc, .. } = stack;
    let text = name.to_string();
    let table = stack.resources.iter().map(|Resource { name, text, .. }| {
        quote!(#library::__private::Named { name: #text, params: &__RESOURCES.#name.list() })
    });
    quote! {
        #[automatically_derived]
        impl #library::__private::Stack for #name {
            type Resources = __Resources;
            const NAME: &'static str = #text;
            const RESOURCES: __Resources = __RESOURCES;
            const TABLE: &'static [#library::__private::Named] = &[
                #(#table,)*
                #library::__private::Named { name: "shared", params: &__RESOURCES.shared.list() },
            ];
            const MANIFEST_DIR: &'static str = #library::__private::core::env!("CARGO_MANIFEST_DIR");
            const OWN_VPC: bool = #own_vpc;
            fn build(
                __builder: &mut #library::__private::Builder,
            ) -> #library::__private::core::result::Result<(), #library::__private::Error> {
                #build
                #library::__private::core::result::Result::Ok(())
            }
        }
    }
}

/// A function that builds the struct and reads every field, so that rustc does not call them dead.
fn alive(stack: &Stack) -> TokenStream {
    let name = &stack.name;
    let fields = stack.resources.iter().map(|resource| &resource.name);
    let stack = Ident::new("__stack", Span::mixed_site());
    quote! {
        const _: fn(#name) -> #name = |#stack| #name { #(#fields: #stack.#fields,)* };
    }
}

/// `<Kind as stack::Kind>::item`, all of it at the place of the kind, so that rustc points at the
/// whole kind, and says the same thing about it only once.
fn part(stack: &Stack, resource: &Resource, item: &TokenStream) -> TokenStream {
    let (library, kind) = (&stack.library, &resource.kind);
    let (first, last) = resource_span(kind);
    let start = respan(quote!(<), first);
    let end = respan(quote!(as #library::__private::Kind>::#item), last);
    quote!(#start #kind #end)
}

impl Resource {
    /// The static of its properties. No name that a user writes in a value, so that none is shadowed.
    fn value_name(&self) -> Ident {
        format_ident!("__{}", self.text, span = self.name.span())
    }
}

fn resource_span(kind: &syn::Type) -> (Span, Span) {
    let mut tokens = kind.to_token_stream().into_iter();
    let first = tokens.next().map_or_else(Span::call_site, |token| token.span());
    (first, tokens.last().map_or(first, |token| token.span()))
}

/// The tokens at another place.
fn respan(tokens: TokenStream, span: Span) -> TokenStream {
    tokens
        .into_iter()
        .map(|mut token| {
            token.set_span(span.resolved_at(token.span()));
            token
        })
        .collect()
}
