//! Reads the struct, and finds faults of its shape.

use super::attribute;
use super::faults::Faults;
use super::item::{Resource, Stack, options};
use super::recover;
use proc_macro2::TokenStream;
use quote::quote;
use syn::ext::IdentExt;
use syn::{Data, DeriveInput, Fields, GenericParam, Generics};

/// Reads the struct. `None` if nothing can be said about it but its faults.
pub(super) fn stack(input: TokenStream, faults: &mut Faults) -> Option<Stack> {
    let input: DeriveInput = match syn::parse2(input.clone()) {
        Ok(input) => input,
        Err(fault) => {
            let recovered = recover::read(input, faults);
            if !recovered.as_ref().is_some_and(|it| it.is_reported) {
                faults.add(fault);
            }
            return recovered.map(|it| it.stack);
        }
    };
    let DeriveInput { attrs, vis, ident, generics, data } = input;
    let mut stack = Stack::new(vis, ident);
    options(&mut stack, &attrs, faults);
    if !generics.params.is_empty() {
        faults.at(&generics, "a stack cannot be generic: its resources must be known when it is compiled");
        stack.arguments = arguments(&generics)?;
        stack.whole = false;
        return Some(stack);
    }
    stack.whole = faults.is_empty();
    let fields = match data {
        Data::Struct(data) => data.fields,
        Data::Enum(data) => {
            faults.at(data.enum_token, "a stack is a struct: every field is a resource");
            Fields::Unit
        }
        Data::Union(data) => {
            faults.at(data.union_token, "a stack is a struct: every field is a resource");
            Fields::Unit
        }
    };
    stack.whole &= matches!(fields, Fields::Named(_));
    match fields {
        Fields::Named(fields) => {
            if fields.named.is_empty() {
                let name = &stack.name;
                faults.at(
                    name,
                    format_args!("`{name}` has no resources: CloudFormation takes no template without one"),
                );
            }
            for (at, field) in fields.named.into_iter().enumerate() {
                let Some(name) = field.ident else { continue };
                faults.of_field(at + 1);
                let before = faults.len();
                let properties = attribute::read_all(&field.attrs, "resource", faults);
                stack.resources.push(Resource {
                    text: name.unraw().to_string(),
                    name,
                    number: at + 1,
                    kind: field.ty,
                    properties,
                    placeholders: Vec::new(),
                    broken: faults.len() > before,
                });
            }
        }
        Fields::Unnamed(fields) => {
            let message = "a resource needs a name: write `struct ".to_string()
                + &stack.name.to_string()
                + " { name: Kind }`";
            faults.at(fields, message);
        }
        Fields::Unit if faults.is_empty() => {
            let name = &stack.name;
            faults.at(
                name,
                format_args!(
                    "a stack has named fields, its resources: write `struct {name} {{ name: Kind }}`"
                ),
            );
        }
        Fields::Unit => {}
    }
    Some(stack)
}

/// Arguments for generic parameters, so that the rest of the crate sees a stack; none for constants.
fn arguments(generics: &Generics) -> Option<TokenStream> {
    let arguments = generics.params.iter().map(|parameter| match parameter {
        GenericParam::Lifetime(_) => Some(quote!('static)),
        GenericParam::Type(_) => Some(quote!(())),
        GenericParam::Const(_) => None,
    });
    let arguments = arguments.collect::<Option<Vec<TokenStream>>>()?;
    Some(quote!(<#(#arguments),*>))
}
