//! The struct as it was written: names, types and properties, and faults of its shape.

use super::attribute::{self, Property};
use super::faults::Faults;
use super::recover;
use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::quote;
use syn::ext::IdentExt;
use syn::{Attribute, Data, DeriveInput, Fields, GenericParam, Generics, Type, Visibility};

/// A struct with `#[derive(Stack)]`.
pub(super) struct Stack {
    /// Whether the graph of resources may be checked: false if the struct itself is at fault.
    pub(super) whole: bool,
    pub(super) visibility: Visibility,
    pub(super) name: Ident,
    /// Stand-ins for generic parameters, which a stack must not have.
    pub(super) arguments: TokenStream,
    /// The path of the crate `stack`: `::stack`, unless `#[stack(crate = ..)]` names another.
    pub(super) library: TokenStream,
    /// Whether the network comes from template parameters: `#[stack(vpc = parameters)]`.
    pub(super) own_vpc: bool,
    pub(super) resources: Vec<Resource>,
}

impl Stack {
    /// One without resources.
    pub(super) fn new(visibility: Visibility, name: Ident) -> Self {
        Stack {
            whole: true,
            visibility,
            name,
            arguments: TokenStream::new(),
            library: quote!(::stack),
            own_vpc: false,
            resources: Vec::new(),
        }
    }
}

/// A field.
pub(super) struct Resource {
    pub(super) name: Ident,
    /// The name without `r#`.
    pub(super) text: String,
    /// Which field it is, from 1.
    pub(super) number: usize,
    pub(super) kind: Type,
    pub(super) properties: Vec<Property>,
    /// Whether an attribute of it is at fault, so that its properties are not all known.
    pub(super) broken: bool,
}

/// Reads the struct. `None` if nothing can be said about it but its faults.
pub(super) fn read(input: TokenStream, faults: &mut Faults) -> Option<Stack> {
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

/// Reads `#[stack(crate = path, vpc = parameters)]`, and refuses `#[resource(..)]` on the struct.
pub(super) fn options(stack: &mut Stack, attributes: &[Attribute], faults: &mut Faults) {
    for option in attribute::read_all(attributes, "stack", faults) {
        match (option.name.unraw().to_string().as_str(), &option.value) {
            ("crate", Some(path)) if matches!(path.as_slice(), [TokenTree::Literal(_)]) => {
                faults.at(option.tokens(), "the crate is a path, not a string: write `crate = name`");
            }
            ("crate", Some(path)) => stack.library = path.clone().into_iter().collect(),
            ("vpc", Some(word)) if is_word(word, "parameters") => stack.own_vpc = true,
            ("crate", None) => {
                faults.at(&option.name, "the path of the crate is missing: write `crate = path`")
            }
            ("vpc", _) => faults.at(
                option.tokens(),
                "write `vpc = parameters`, if the network is given as parameters of the template",
            ),
            (other, _) => {
                let near = stack_core::similar::nearest(other, ["crate", "vpc"]);
                let help = near.map(|name| format!(": did you mean `{name}`?"));
                faults.at(
                        &option.name,
                        format_args!(
                            "`#[stack(..)]` has no `{other}`{}\nhelp: it takes `crate = path` and `vpc = parameters`",
                            help.unwrap_or_default()
                        ),
                    );
            }
        }
    }
}

fn is_word(tokens: &[TokenTree], word: &str) -> bool {
    matches!(tokens, [TokenTree::Ident(ident)] if ident == word)
}
