//! Lists of tokens: their pieces between commas, and their signs.

use proc_macro2::TokenTree;

/// Splits at the commas that are not inside `::<..>`; empty pieces are kept, but not a last one.
pub(super) fn split(tokens: &[TokenTree]) -> Vec<&[TokenTree]> {
    let mut pieces = Vec::new();
    let (mut start, mut angles) = (0, 0usize);
    for (at, token) in tokens.iter().enumerate() {
        let TokenTree::Punct(punct) = token else { continue };
        match punct.as_char() {
            '<' if angles > 0 || at > 0 && is_punct(tokens.get(at - 1), ':') => angles += 1,
            '>' => angles = angles.saturating_sub(1),
            ',' if angles == 0 => {
                pieces.push(tokens.get(start..at).unwrap_or_default());
                start = at + 1;
            }
            _ => {}
        }
    }
    if start < tokens.len() {
        pieces.push(tokens.get(start..).unwrap_or_default());
    }
    pieces
}

/// Whether it is this sign.
pub(super) fn is_punct(token: Option<&TokenTree>, wanted: char) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == wanted)
}
