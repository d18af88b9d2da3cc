//! `#[derive(Stack)]`: one field is one resource, its type the kind, `#[resource(..)]` the properties.
//!
//! The derive knows no kinds: it turns properties into calls of the kind's own setters, in const
//! code and on the user's tokens, so that rustc itself answers what is misspelt or of the wrong
//! type. What only the whole struct can tell is checked here.

mod attribute;
mod check;
mod expand;
mod faults;
mod files;
mod gaps;
mod item;
mod placeholders;
mod read;
mod recover;
mod span;
#[cfg(test)]
mod tests;
mod tokens;
mod value;

use proc_macro2::TokenStream;

/// The items that `#[derive(Stack)]` adds to a struct, or its faults and a skeleton of these items.
pub(crate) fn expand(input: TokenStream) -> TokenStream {
    let mut faults = faults::Faults::default();
    let Some(mut stack) = read::stack(input, &mut faults) else { return faults.tokens() };
    check::check(&mut stack, &mut faults);
    expand::stack(&stack, faults)
}
