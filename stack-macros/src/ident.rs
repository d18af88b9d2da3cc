//! Names that are keywords of Rust somewhere: state names and fields may be any.

use proc_macro2::{Ident, Span};

/// The text of an identifier, without the mark of a raw one.
pub(crate) fn plain(ident: &Ident) -> String {
    let text = ident.to_string();
    match text.strip_prefix("r#") {
        Some(word) => word.into(),
        None => text,
    }
}

/// The identifier of that name, raw if it is a keyword. The name is one of an identifier.
pub(crate) fn named(name: &str, span: Span) -> Ident {
    if KEYWORDS.contains(&name) { Ident::new_raw(name, span) } else { Ident::new(name, span) }
}

/// Whether the name cannot be an identifier, not even a raw one.
pub(crate) fn is_never_raw(name: &str) -> bool {
    matches!(name, "_" | "self" | "Self" | "super" | "crate")
}

/// Whether the name of an item cannot be written like that.
pub(crate) fn is_reserved(ident: &Ident) -> bool {
    let text = ident.to_string();
    is_never_raw(&text) || KEYWORDS.contains(&text.as_str())
}

/// Whether a path may have that word: `crate` and its like, and `gen`, which is a keyword only since edition 2024.
pub(crate) fn is_in_paths(ident: &Ident) -> bool {
    let text = ident.to_string();
    text == "gen" || text != "_" && !KEYWORDS.contains(&text.as_str())
}

/// Whether it surely is an identifier, raw or not.
pub(crate) fn is_plain(name: &str) -> bool {
    !name.is_empty()
        && !name.starts_with(|first: char| first.is_ascii_digit())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
        && !is_never_raw(name)
}

/// The words that are identifiers only with `r#`, in any edition.
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn", "else",
    "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro",
    "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return", "static", "struct", "trait",
    "true", "try", "type", "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];
