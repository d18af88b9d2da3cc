//! What `state_machine!` expands to and says: with the tokens of `proc_macro2`, so without a compiler.

mod corpus;
mod expansion;
mod faults;
mod headers;
mod names;
mod no_panic;
mod placeholders;
mod speed;
mod texts;
mod words;
#[cfg(feature = "yaml")]
mod yaml;

use proc_macro2::{Delimiter, Span, TokenStream, TokenTree};
use std::fmt::Write as _;

/// The expansion of a source text.
fn expand(source: &str) -> TokenStream {
    crate::state_machine::expand(source.parse().expect("the source consists of Rust's tokens"))
}

/// The expansion as rustfmt might print it.
fn pretty(tokens: TokenStream) -> String {
    let text = tokens.to_string();
    prettyplease::unparse(&syn::parse2(tokens).unwrap_or_else(|error| panic!("{error} in\n{text}")))
}

/// A message of the expansion and the tokens at which it is shown.
struct Note {
    first: Span,
    last: Span,
    text: String,
}

/// The messages of an expansion, in its order.
fn notes(tokens: &TokenStream) -> Vec<Note> {
    let list: Vec<TokenTree> = tokens.clone().into_iter().collect();
    let mut notes = Vec::new();
    for (at, token) in list.iter().enumerate() {
        let TokenTree::Group(group) = token else { continue };
        match list.get(at.saturating_sub(2)).map(TokenTree::to_string).as_deref() {
            Some("compile_error") => notes.push(Note {
                first: list[at - 5].span(),
                last: group.span(),
                text: format!("error: {}", string(group.stream())),
            }),
            // `const _: () = { #[deprecated(note = "..")] const rule: () = (); rule }`
            _ if group.delimiter() == Delimiter::Brace && group.to_string().contains("# [deprecated") => {
                let inner: Vec<TokenTree> = group.stream().into_iter().collect();
                let use_of = inner.last().expect("the block is not empty").span();
                let TokenTree::Group(attribute) = &inner[1] else { panic!("no attribute") };
                let TokenTree::Group(arguments) =
                    attribute.stream().into_iter().nth(1).expect("it has arguments")
                else {
                    panic!("no arguments")
                };
                let text = format!("warning: {}", string(arguments.stream()));
                notes.push(Note { first: use_of, last: use_of, text });
            }
            _ => {}
        }
    }
    notes
}

/// The text of the string literal at the end of some tokens.
fn string(tokens: TokenStream) -> String {
    let literal = tokens.into_iter().last().expect("a literal");
    syn::parse2::<syn::LitStr>(literal.into()).expect("a string").value()
}

/// The messages of a source text, each below its line and under carets.
fn rendered(source: &str) -> String {
    let lines: Vec<&str> = source.lines().collect();
    let mut out = String::new();
    for Note { first, last, text } in notes(&expand(source)) {
        let (start, end) = (first.start(), last.end());
        let line = lines.get(start.line - 1).copied().unwrap_or_default();
        let until = if end.line == start.line { end.column } else { line.chars().count() };
        let indent = line.len() - line.trim_start().len();
        let carets = "^".repeat(until.saturating_sub(start.column).max(1));
        let more = if end.line == start.line { "" } else { ".." };
        let pad = " ".repeat(start.column.saturating_sub(indent));
        writeln!(out, "{}\n{pad}{carets}{more}", line.trim_start()).expect("a string takes everything");
        for line in text.lines() {
            writeln!(out, "  {line}").expect("a string takes everything");
        }
    }
    out
}

/// The messages about a machine with these states, of which the first is `a`.
fn states(states: &str) -> String {
    rendered(&format!("M in S {{ StartAt: a, States: {{\n{states}\n}} }}"))
}
