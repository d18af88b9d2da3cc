//! The faults found so far: all of them are reported, in one pass, in the order of the source.

use proc_macro2::TokenStream;
use quote::ToTokens;

/// Faults, and where in the struct they are.
#[derive(Default)]
pub(super) struct Faults {
    /// In the order of the fields.
    list: Vec<(usize, syn::Error)>,
    /// 0 for the struct itself, then the number of the field, from 1.
    field: usize,
}

impl Faults {
    /// From here on, faults are of this field, counted from 1; 0 is the struct itself.
    pub(super) fn of_field(&mut self, field: usize) {
        self.field = field;
    }

    /// Adds a fault of these tokens.
    pub(super) fn at(&mut self, tokens: impl ToTokens, message: impl std::fmt::Display) {
        self.add(syn::Error::new_spanned(tokens, message));
    }

    /// Adds a fault that syn found.
    pub(super) fn add(&mut self, fault: syn::Error) {
        let place = self.list.partition_point(|(field, _)| *field <= self.field);
        self.list.insert(place, (self.field, fault));
    }

    pub(super) fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    /// A `compile_error!` for every fault.
    pub(super) fn tokens(self) -> TokenStream {
        let mut tokens = TokenStream::new();
        for (_, fault) in &self.list {
            tokens.extend(fault.to_compile_error());
        }
        tokens
    }
}
