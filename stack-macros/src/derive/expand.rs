//! The items that a stack expands to, in three layers, so that their evaluation is never cyclic:
//! the resources (names only), then their properties and the machines' references, then the checks.

use super::faults::Faults;
use super::files;
use super::item::{Resource, Stack};
use super::placeholders;
use super::span::{ends, respan};
use super::tokens::split;
use super::value::{Mention, Mentions, Values};
use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::ext::IdentExt;

/// The expansion. With faults, what depends on the faulty parts is left out, but not the items that
/// the rest of the crate names.
pub(super) fn stack(stack: &Stack, faults: Faults) -> TokenStream {
    let errors = faults.tokens();
    let resources = resources(stack);
    let graph = if stack.whole { graph(stack) } else { Graph::default() };
    let implementation = implementation(stack, &graph.build);
    let Graph { checks, statics, .. } = graph;
    quote! {
        #errors
        #[doc(hidden)]
        #[allow(non_upper_case_globals, private_interfaces, unreachable_pub, unused_qualifications)]
        const _: () = {
            #resources
            #checks
            const _: () = {
                #statics
                #implementation
            };
        };
    }
}

/// The type of all resources' references, and its value.
fn resources(stack: &Stack) -> TokenStream {
    let Stack { visibility, name, library, .. } = stack;
    let type_name = format_ident!("{name}Resources", span = Span::call_site());
    let (mut asked, mut fields, mut values) = (TokenStream::new(), TokenStream::new(), TokenStream::new());
    for resource in &stack.resources {
        let (name, kind, of) = (&resource.name, resource.kind(stack), resource.of(stack));
        let (is_kind, references) = (resource.is_kind(), projected(stack, resource, "References"));
        asked.extend(resource.alias(stack));
        asked.extend(quote!(const #is_kind: bool = #library::__private::Probe::<#kind>::IS_KIND;));
        fields.extend(quote!(pub #name: #references,));
        values.extend(quote!(#name: #of,));
    }
    quote! {
        #[allow(unused_imports)]
        use #library::__private::Otherwise as _;
        #asked
        #visibility struct #type_name {
            #fields
            pub shared: #library::__private::SharedReferences,
        }
        type __Resources = #type_name;
        const __RESOURCES: __Resources = #type_name {
            #values
            shared: #library::__private::SharedReferences::of("shared"),
        };
    }
}

/// What needs the whole struct to be sound.
#[derive(Default)]
struct Graph {
    /// The checks, and the items that they need.
    checks: TokenStream,
    /// The statics of the properties.
    statics: TokenStream,
    /// The statements that add the resources to the template.
    build: TokenStream,
}

fn graph(stack: &Stack) -> Graph {
    let library = &stack.library;
    let names = stack.names();
    let count = stack.resources.len();
    let (mut users, mut checks, mut build) = (Vec::new(), TokenStream::new(), TokenStream::new());
    let (mut statics, mut alone, mut has_connections) = (TokenStream::new(), Vec::new(), false);
    for (at, resource) in stack.resources.iter().enumerate() {
        let mut values =
            Values { names: &names, library, mentions: Mentions::default(), property: String::new() };
        let text = &resource.text;
        if !resource.broken {
            statics.extend(properties(stack, at, resource, &mut values, &mut alone));
            let (first, last) = ends(&resource.kind);
            build.extend(kind_item(stack, resource, "add"));
            let value = resource.value_name();
            let (and, value) = (respan(quote!(&), first), respan(quote!(#value), last));
            let value = quote!(#and #value);
            build.extend(quote_spanned!(last=> (__builder, #text, #value)?;));
            if let Some((list, item)) = overrides(stack, resource, &mut values) {
                statics.extend(item);
                build.extend(quote!(__builder.override_with(#text, &#list);));
            }
            values.mentions.uses.extend(placeholders::mentions(&resource.placeholders));
            statics.extend(placeholders::requirements(stack, resource, &names));
            build.extend(placeholders::statement(stack, resource, &names));
        }
        has_connections |= values.mentions.uses.iter().any(|mention| mention.property == "connect_to");
        let uses = values.mentions.uses.iter().filter_map(|Mention { resource, path, property }| {
            let used = names.get(*resource)?;
            Some(quote!(#library::__private::Use { resource: #used, param: #path, property: #property }))
        });
        let (kind_uses, acyclic_properties) =
            (kind_item(stack, resource, "USES"), kind_item(stack, resource, "ACYCLIC_PROPERTIES"));
        users.push(quote! {
            #library::__private::User {
                name: #text,
                properties: &[#(#uses),*],
                kind: #kind_uses,
                acyclic_properties: #acyclic_properties,
            }
        });
        checks.extend(belongs(stack, resource));
    }
    let read_all_fields = read_all_fields(stack);
    // To read one field of a constant, const code copies all of it; a static is read where it is.
    let checks = quote! {
        static __REFERENCES: __Resources = __RESOURCES;
        static __USERS: [#library::__private::User; #count] = [#(#users),*];
        static __GRAPH: #library::__private::Graph<#count, { #library::__private::count(&__USERS) }> =
            #library::__private::Graph::new(&__USERS);
        #checks
        #read_all_fields
        #(const _: () = { #alone };)*
    };
    // What is connected to a machine that calls it is told so.
    let know = has_connections.then(|| quote!(__builder.know(&__USERS);));
    let build = quote!(#know #build);
    Graph { checks, statics, build }
}

/// Demands that a resource may be part of the stack, if it is a kind at all: rustc has said so if not.
fn belongs(stack: &Stack, resource: &Resource) -> TokenStream {
    let Stack { name, library, .. } = stack;
    let (first, last) = ends(&resource.kind);
    let part = projected(stack, resource, "Part");
    let start = quote_spanned!(first=> <);
    let end = respan(quote!(as #library::__private::BelongsTo<#name>>::HERE), last);
    quote!(const _: () = #start #part #end;)
}

/// The static of a resource's properties: the kind's own setters, called on the user's tokens. The
/// checks are in the same static, so that a resource at fault is one error without notes.
///
/// There rustc stops at the first property that is wrong. So each of the others stands alone, too, in a static of
/// the same name in a block of `alone`. What is wrong in both statics rustc says once, since it says it word by word the same:
/// that is why the names are the same, and all of them in a block.
fn properties(
    stack: &Stack,
    at: usize,
    resource: &Resource,
    values: &mut Values<'_>,
    alone: &mut Vec<TokenStream>,
) -> TokenStream {
    let library = &stack.library;
    let (field, static_name) = (&resource.name, resource.value_name());
    let (properties, new) = (kind_item(stack, resource, "Properties"), kind_item(stack, resource, "NEW"));
    let (mut files, mut setters) = (TokenStream::new(), TokenStream::new());
    let mut count = 0;
    for property in resource.properties.iter().filter(|property| property.name != OVERRIDES) {
        files.extend(files::watch(property, library));
        let setter = &property.name;
        let value = match &property.value {
            Some(value) => values.expression(setter, value),
            None => quote_spanned!(setter.span()=> true),
        };
        let referenced_constants = referenced_constants(stack, values);
        let end = property.value.as_deref().and_then(<[_]>::last).map_or(setter.span(), TokenTree::span);
        // With the parentheses at the end of the value, a panic points at the property as a whole.
        let mut arguments = Group::new(Delimiter::Parenthesis, value);
        arguments.set_span(end);
        let set = quote_spanned!(setter.span()=> __properties.#setter #arguments);
        setters.extend(match referenced_constants.is_empty() {
            true => quote_spanned!(setter.span()=> __properties = #set;),
            false => quote_spanned!(setter.span()=> __properties = { #referenced_constants #set };),
        });
        // A mere `true` is wrong only in combination, which the whole shows.
        if property.value.is_none() {
            continue;
        }
        count += 1;
        if count > 1 {
            let single = quote! {
                static #static_name: #properties = {
                    #referenced_constants
                    let __properties: #properties = #new;
                    #set
                };
            };
            match alone.get_mut(count - 2) {
                Some(block) => block.extend(single),
                None => alone.push(single),
            }
        }
    }
    let mutable = (!setters.is_empty()).then(|| quote!(mut));
    let check = quote_spanned!(field.span()=> __properties.check(&__GRAPH.uses(#at)));
    let cycle = quote_spanned!(field.span()=> __GRAPH.refuse_cycle(#at));
    quote! {
        #files
        static #static_name: #properties = {
            let #mutable __properties: #properties = #new;
            #setters
            #check;
            #cycle;
            __properties
        };
    }
}

/// The property that every resource has, whatever its kind.
pub(super) const OVERRIDES: &str = "overrides";

/// The static of what the user changes in the resource's parts, if there is any.
fn overrides(stack: &Stack, resource: &Resource, values: &mut Values<'_>) -> Option<(Ident, TokenStream)> {
    let library = &stack.library;
    let property = resource.properties.iter().find(|property| property.name == OVERRIDES)?;
    let (name, text) = (&property.name, &resource.text);
    let value = match &property.value {
        Some(value) => values.expression(name, value),
        None => quote_spanned!(name.span()=> true),
    };
    let referenced_constants = referenced_constants(stack, values);
    let static_name = format_ident!("__OVERRIDES_{text}", span = name.span());
    let checks = override_checks(library, text, property.value.as_deref().unwrap_or_default());
    let one = quote!(#library::__private::Override);
    // A list in place is no reference: what rustc says of a value behind one has a note about a constant.
    let (value, list) = match property.value.as_deref() {
        Some([TokenTree::Group(group)]) if group.delimiter() == Delimiter::Bracket => {
            let elements: Vec<TokenTree> = group.stream().into_iter().collect();
            let count = split(&elements).len();
            let mut list = value.into_iter();
            list.next();
            (list.collect(), quote!([#one; #count]))
        }
        _ => (value, quote!(&'static [#one])),
    };
    let item = quote! {
        static #static_name: #list = {
            #referenced_constants
            #value
        };
        #checks
    };
    Some((static_name, item))
}

/// The check of each override in a list, at its place. It knows nothing of the value, so that what is wrong in that is
/// one error without notes. What is no list is looked at when the template is made.
fn override_checks(library: &TokenStream, resource: &str, value: &[TokenTree]) -> TokenStream {
    let [TokenTree::Group(list)] = value else { return TokenStream::new() };
    let elements: Vec<TokenTree> = list.stream().into_iter().collect();
    let mut checks = TokenStream::new();
    for element in split(&elements) {
        let [TokenTree::Group(parts)] = element else { continue };
        let tokens: Vec<TokenTree> = parts.stream().into_iter().collect();
        let [id, path, _] = split(&tokens)[..] else { continue };
        let (id, path) = (quote!(#(#id)*), quote!(#(#path)*));
        let check = respan(quote!(#library::__private::check_override), parts.span_open());
        let mut arguments = Group::new(Delimiter::Parenthesis, quote!(#resource, #id, #path));
        arguments.set_span(parts.span_close());
        checks.extend(quote!(const _: () = #check #arguments;));
    }
    checks
}

/// The constants for the names that the values so far have mentioned.
fn referenced_constants(stack: &Stack, values: &mut Values<'_>) -> TokenStream {
    let library = &stack.library;
    let constants = std::mem::take(&mut values.mentions.constants);
    let mut tokens = TokenStream::new();
    for at in constants {
        tokens.extend(match stack.resources.get(at) {
            Some(other) => {
                let (name, of) = (&other.name, other.of(stack));
                let references = projected(stack, other, "References");
                quote!(const #name: #references = #of;)
            }
            None => quote! {
                const shared: #library::__private::SharedReferences =
                    #library::__private::SharedReferences::of("shared");
            },
        });
    }
    tokens
}

fn implementation(stack: &Stack, build: &TokenStream) -> TokenStream {
    let Stack { name, arguments, library, own_vpc, .. } = stack;
    let text = name.unraw().to_string();
    let table = stack.resources.iter().map(|resource| {
        let (text, of) = (&resource.text, resource.of(stack));
        let list = respan(quote!(.list()), ends(&resource.kind).1);
        quote!(#library::__private::ResourceParams { name: #text, params: &#of #list })
    });
    quote! {
        #[automatically_derived]
        impl #library::__private::Stack for #name #arguments {
            type Resources = __Resources;
            const NAME: &'static str = #text;
            const RESOURCES: __Resources = __RESOURCES;
            const TABLE: &'static [#library::__private::ResourceParams] = &[
                #(#table,)*
                #library::__private::ResourceParams { name: "shared", params: &#library::__private::SharedReferences::of("shared").list() },
            ];
            const SOURCE_FILE: &'static str = #library::__private::core::file!();
            const PACKAGE: &'static str = #library::__private::core::env!("CARGO_PKG_NAME");
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
fn read_all_fields(stack: &Stack) -> TokenStream {
    let name = &stack.name;
    let fields = stack.resources.iter().map(|resource| &resource.name);
    quote! {
        const _: fn(#name) -> #name = |__stack| #name { #(#fields: __stack.#fields,)* };
    }
}

/// `Part` or `References` of a kind, and of any other type something that gives no further error.
fn projected(stack: &Stack, resource: &Resource, name: &str) -> TokenStream {
    let (library, kind, is_kind) = (&stack.library, resource.kind(stack), resource.is_kind());
    let (first, last) = ends(&resource.kind);
    let name = Ident::new(name, last);
    let start = respan(quote!(<#library::__private::If<#is_kind> as #library::__private::Choose<), first);
    let end = quote_spanned!(last=> >>::#name);
    quote!(#start #kind #end)
}

/// `<Type as Kind>::name`, all of it at the place of the type, so that rustc points at the type, and
/// says the same thing about it only once.
fn kind_item(stack: &Stack, resource: &Resource, name: &str) -> TokenStream {
    let (library, kind) = (&stack.library, resource.kind(stack));
    let (first, last) = ends(&resource.kind);
    let name = Ident::new(name, last);
    let start = quote_spanned!(first=> <);
    let end = respan(quote!(as #library::__private::Kind>::#name), last);
    quote!(#start #kind #end)
}

impl Resource {
    /// The only item that names the type as the user wrote it, so that rustc reports an unknown type once. Its name has
    /// the span of the struct's: rustc may propose a type parameter after it, as it does in its error about the struct,
    /// and it shows equal errors once.
    fn alias(&self, stack: &Stack) -> TokenStream {
        let (name, kind) = (self.alias_name(stack.name.span()), &self.kind);
        quote!(type #name = #kind;)
    }

    fn alias_name(&self, span: Span) -> Ident {
        format_ident!("__Kind{}", self.number, span = span)
    }

    /// Its type, by that name, all of it at the place of the type.
    fn kind(&self, stack: &Stack) -> TokenStream {
        let (library, (first, last)) = (&stack.library, ends(&self.kind));
        let name = self.alias_name(last);
        if self.kind.to_token_stream().into_iter().count() == 1 {
            return name.into_token_stream();
        }
        let start = respan(quote!(#library::__private::Same<), first);
        let end = quote_spanned!(last=> #name >);
        quote!(#start #end)
    }

    /// The static of its properties: no name that a user would write in a value, so that it hides none.
    fn value_name(&self) -> Ident {
        format_ident!("__{}", self.text, span = self.name.span())
    }

    /// The expression of its references.
    fn of(&self, stack: &Stack) -> TokenStream {
        let (references, text) = (projected(stack, self, "References"), &self.text);
        let (first, last) = ends(&self.kind);
        let start = quote_spanned!(first=> <);
        let end = quote_spanned!(last=> >::of(#text));
        quote!(#start #references #end)
    }

    /// The constant that tells whether its type is a kind.
    fn is_kind(&self) -> Ident {
        format_ident!("__{}_is_kind", self.text, span = Span::call_site())
    }
}
