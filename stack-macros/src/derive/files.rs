//! Files that properties name: they are there, and the crate is compiled again when they change.

use super::attribute::Property;
use super::faults::Faults;
use crate::local_file::find;
use proc_macro2::{Literal, TokenStream, TokenTree};
use quote::quote_spanned;
use std::path::Path;
use syn::ext::IdentExt;

/// One is made after the crate is compiled, so nothing can be said about it now; the other is a path into an event.
const NO_FILES: [&str; 2] = ["artifact_path", "input_path"];

/// The path in the value of a property that names a file, and the literal.
fn path(property: &Property) -> Option<(String, &Literal)> {
    let name = property.name.unraw().to_string();
    let Some([TokenTree::Literal(literal)]) = property.value.as_deref() else { return None };
    if !name.ends_with("_path") || NO_FILES.contains(&name.as_str()) {
        return None;
    }
    let text: syn::LitStr = syn::parse_str(&literal.to_string()).ok()?;
    // What starts with `$` leads into JSON, whatever the property's name.
    Some((text.value(), literal)).filter(|(path, _)| !path.starts_with('$'))
}

/// Reports a file that is not there.
pub(super) fn check(property: &Property, faults: &mut Faults) {
    let Some((path, literal)) = path(property) else { return };
    // Cargo sets it for every crate that it compiles; without it no relative path means anything.
    let Some(folder) = std::env::var_os("CARGO_MANIFEST_DIR") else { return };
    if let Err(message) = find(Path::new(&folder), &path) {
        faults.at(literal, message);
    }
}

/// Makes the file part of the compilation, so that a change of it is seen.
pub(super) fn watch(property: &Property, library: &TokenStream) -> TokenStream {
    let Some((_, literal)) = path(property) else { return TokenStream::new() };
    let core = quote_spanned!(literal.span()=> #library::__private::core);
    quote_spanned! {literal.span()=>
        const _: &[u8] = #core::include_bytes!(#core::concat!(#core::env!("CARGO_MANIFEST_DIR"), "/", #literal));
    }
}
