//! `state_machine!` and `#[derive(Stack)]`: token streams in, token streams out.
//!
//! This file alone names `proc_macro`; everything else works on `proc_macro2`, so that unit tests can call it.
//! The docs of the macros stand in the facade, the crate `stack`, where their examples compile.

mod declaration;
mod derive;
mod expand;
mod fault;
mod ident;
mod local_file;
mod parse;
mod report;
mod sites;
mod state_machine;
#[cfg(test)]
mod tests;
mod text;

/// Declares a state machine. Documented in `stack`, which re-exports it.
#[proc_macro]
pub fn state_machine(tokens: proc_macro::TokenStream) -> proc_macro::TokenStream {
    state_machine::expand(tokens.into()).into()
}

/// Makes a struct a stack. Documented in `stack`, which re-exports it.
#[proc_macro_derive(Stack, attributes(resource, stack))]
pub fn derive_stack(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    derive::expand(input.into()).into()
}
