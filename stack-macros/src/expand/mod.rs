//! A checked machine as Rust: data, and nothing that runs.

mod holes;
mod names;

use crate::declaration::{Body, Header};
use crate::report::Places;
use holes::Holes;
use proc_macro2::{Literal, TokenStream};
use quote::{quote, quote_spanned};
use stack_core::Checked;
use stack_core::language::MachineType;

/// The items of a machine. If it is not sound, they hold no definition, so that rustc adds
/// nothing to what was reported but what it alone can see.
pub(crate) fn machine(
    header: &Header,
    body: &Body<'_>,
    checked: &Checked<'_>,
    places: &Places<'_>,
    allows: &[(&str, &str)],
    is_sound: bool,
) -> TokenStream {
    let holes =
        if is_sound { Holes::of(header, body, checked) } else { Holes::unfilled(header, body, checked) };
    let names = names::tokens(&checked.machine, places);
    let file = match (places.text.and_then(|text| text.file.as_deref()), &body.literal) {
        (Some(_), Some(literal)) => include(header, literal),
        _ => TokenStream::new(),
    };
    items(header, &holes, allows, &quote!(#file #names))
}

/// The items of a machine whose definition is not there at all.
pub(crate) fn bare(header: &Header) -> TokenStream {
    items(header, &Holes::none(), &[], &TokenStream::new())
}

fn items(header: &Header, holes: &Holes, allows: &[(&str, &str)], more: &TokenStream) -> TokenStream {
    let Header { docs, visibility, name, krate, .. } = header;
    let private = quote!(#krate::__private);
    let text = Literal::string(&holes.text);
    let places: Vec<String> = holes.places.iter().map(|(at, hole)| format!("{at}:{hole}")).collect();
    let places = Literal::string(&places.join(" "));
    let name_text = Literal::string(&crate::ident::plain(name));
    let kind = match header.kind {
        MachineType::Standard => quote!(Standard),
        MachineType::Express => quote!(Express),
    };
    let (stack, belongs) = match &header.stack {
        Some(path) => (quote!(type __Stack = #path;), quote!(impl #private::BelongsTo<__Stack> for #name {})),
        None => (TokenStream::new(), quote!(impl<S> #private::BelongsTo<S> for #name {})),
    };
    let (count, list, requirements) =
        (Literal::usize_unsuffixed(holes.list.len()), &holes.list, &holes.requirements);
    let resources = holes.resources(header, &private);
    let allows = silenced(allows, &private);
    let declaration = quote_spanned!(name.span()=> enum #name {});
    quote! {
        #docs
        #visibility #declaration
        #[doc(hidden)]
        const _: () = {
            #stack
            #resources
            const __HOLES: [#private::Hole; #count] = [#(#list),*];
            #(#requirements)*
            #[automatically_derived]
            impl #private::Machine for #name {
                const NAME: &'static #private::core::primitive::str = #name_text;
                const TYPE: #private::MachineType = #private::MachineType::#kind;
                const DEFINITION: #private::Definition =
                    #private::Definition { text: #text, places: #places, holes: &__HOLES };
                const USES: &'static [#private::Use] = &#private::of_holes(&__HOLES);
                #allows
            }
            #[automatically_derived]
            #belongs
            #more
        };
    }
}

/// What is silenced, if anything is.
fn silenced(allows: &[(&str, &str)], private: &TokenStream) -> TokenStream {
    if allows.is_empty() {
        return TokenStream::new();
    }
    let pairs = allows.iter().map(|(rule, state)| quote!((#rule, #state)));
    quote! {
        const ALLOWS: &'static [(
            &'static #private::core::primitive::str,
            &'static #private::core::primitive::str,
        )] = &[#(#pairs),*];
    }
}

/// Makes cargo build again when the file changes.
fn include(header: &Header, literal: &Literal) -> TokenStream {
    let krate = &header.krate;
    let core = quote!(#krate::__private::core);
    quote! {
        const _: &[#core::primitive::u8] =
            #core::include_bytes!(#core::concat!(#core::env!("CARGO_MANIFEST_DIR"), "/", #literal));
    }
}
