//! `state_machine!` on any tokens: it gives the same expansion each time, and one that is Rust.
//!
//! A crate of macros exports nothing else, so its files stand here once more: a list like that in its `lib.rs`.
#![no_main]
#![allow(dead_code, reason = "what only `#[derive(Stack)]` uses")]

#[path = "../../stack-macros/src/declaration.rs"]
mod declaration;
#[path = "../../stack-macros/src/expand/mod.rs"]
mod expand;
#[path = "../../stack-macros/src/fault.rs"]
mod fault;
#[path = "../../stack-macros/src/ident.rs"]
mod ident;
#[path = "../../stack-macros/src/local_file.rs"]
mod local_file;
#[path = "../../stack-macros/src/parse/mod.rs"]
mod parse;
#[path = "../../stack-macros/src/report.rs"]
mod report;
#[path = "../../stack-macros/src/sites.rs"]
mod sites;
#[path = "../../stack-macros/src/state_machine.rs"]
mod state_machine;
#[path = "../../stack-macros/src/text.rs"]
mod text;

use libfuzzer_sys::fuzz_target;
use proc_macro2::TokenStream;

fuzz_target!(|text: &str| {
    let Ok(tokens) = text.parse::<TokenStream>() else { return };
    let expansion = state_machine::expand(tokens.clone());
    assert_eq!(expansion.to_string(), state_machine::expand(tokens).to_string());
    // Attributes and what stands in parentheses are the user's own, and go through as they are.
    if !text.contains(['(', '#']) {
        assert!(syn::parse2::<syn::File>(expansion.clone()).is_ok(), "{expansion}");
    }
});
