//! The struct as it was written: names, types and properties, and its options.

use super::attribute::{self, Property};
use super::faults::Faults;
use proc_macro2::{Ident, Literal, TokenStream, TokenTree};
use quote::quote;
use syn::ext::IdentExt;
use syn::{Attribute, Type, Visibility};

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

    /// The names of its resources, and `shared` as the last.
    pub(super) fn names(&self) -> Vec<String> {
        let mut names = Vec::with_capacity(self.resources.len() + 1);
        for resource in &self.resources {
            names.push(resource.text.clone());
        }
        names.push("shared".to_owned());
        names
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
    /// The placeholders in the texts of the properties.
    pub(super) placeholders: Vec<Placeholder>,
    /// Whether an attribute of it is at fault, so that its properties are not all known.
    pub(super) broken: bool,
}

/// A placeholder of a property, and what stands for it.
pub(super) struct Placeholder {
    /// What stands between the braces.
    pub(super) name: String,
    /// The property.
    pub(super) property: String,
    /// The text that has it.
    pub(super) literal: Literal,
    /// The position of the resource in the list of names, and the parameter of it; none for one that is the
    /// deployment's, or the text itself.
    pub(super) parameter: Option<(usize, String)>,
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
