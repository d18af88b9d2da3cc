//! `state_machine!` and `#[derive(Stack)]`.

mod derive;

/// Documented where it is re-exported, as `stack::Stack`.
#[proc_macro_derive(Stack, attributes(resource, stack))]
pub fn derive_stack(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    derive::expand(input.into()).into()
}
