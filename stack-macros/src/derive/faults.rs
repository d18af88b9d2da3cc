//! The faults found so far: all of them are reported, in one pass.

use proc_macro2::TokenStream;
use quote::ToTokens;

/// Faults in the order in which they were found.
#[derive(Default)]
pub(super) struct Faults {
    list: Vec<syn::Error>,
}

impl Faults {
    /// Adds a fault of these tokens.
    pub(super) fn at(&mut self, tokens: impl ToTokens, message: impl std::fmt::Display) {
        self.list.push(syn::Error::new_spanned(tokens, message));
    }

    /// Adds a fault that syn found.
    pub(super) fn add(&mut self, fault: syn::Error) {
        self.list.push(fault);
    }

    pub(super) fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    /// A `compile_error!` for every fault.
    pub(super) fn tokens(&self) -> TokenStream {
        self.list.iter().map(syn::Error::to_compile_error).collect()
    }
}
