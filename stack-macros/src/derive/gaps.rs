//! What is missing in a value: a comma, or an operand after a comma or an operator.
//!
//! rustc would give several errors for each, the last of them about a derive that "produced unparsable tokens".

use super::tokens::{is_punct, split};
use proc_macro2::{Delimiter, Group, TokenTree};

/// The first token of a value that cannot stand where it does, and the message about it.
pub(super) fn fault(value: &[TokenTree]) -> Option<(TokenTree, String)> {
    let mut before = None;
    let mut is_operand = false;
    for (at, token) in value.iter().enumerate() {
        if is_operand && starts_operand(token) || is_no_function(value, at) && is_group(token, "(") {
            return Some((token.clone(), format!("a comma is missing before {}", shown(token))));
        }
        if is_punct(Some(token), ',') && before.is_none_or(|before| is_punct(Some(before), ',')) {
            return Some((token.clone(), "expected a value, found `,`".to_owned()));
        }
        if let Some(fault) = dangling(value, at) {
            return Some((token.clone(), fault));
        }
        // A macro has rules of its own, and a block those of Rust.
        if let TokenTree::Group(group) = token
            && !is_punct(before, '!')
            && !is_group(token, "{")
            && let Some(fault) = fault(&inner(group))
        {
            return Some(fault);
        }
        is_operand = match token {
            TokenTree::Literal(_) => true,
            TokenTree::Ident(name) => !is_keyword(&name.to_string()) && !is_punct(before, '\''),
            TokenTree::Group(_) => !is_group(token, "{"),
            TokenTree::Punct(_) => false,
        };
        before = Some(token);
    }
    None
}

/// The message about an operator or a dot that nothing follows.
fn dangling(value: &[TokenTree], at: usize) -> Option<String> {
    let TokenTree::Punct(punct) = value.get(at)? else { return None };
    let next = value.get(at + 1);
    if next.is_some() && !is_punct(next, ',') {
        return None;
    }
    match punct.as_char() {
        // `..` is a range of all.
        '.' if !is_punct(at.checked_sub(1).and_then(|before| value.get(before)), '.') => {
            Some("expected the name of a parameter after `.`".to_owned())
        }
        sign @ ('+' | '-' | '*' | '/' | '%' | '&' | '=') => Some(format!("expected a value after `{sign}`")),
        _ => None,
    }
}

/// Whether the token certainly starts a value. A group may also hold arguments or an index.
fn starts_operand(token: &TokenTree) -> bool {
    match token {
        TokenTree::Literal(_) => true,
        TokenTree::Ident(name) => !is_keyword(&name.to_string()),
        _ => false,
    }
}

/// Whether a tuple or a list stands before this place, which cannot be called.
fn is_no_function(value: &[TokenTree], at: usize) -> bool {
    let before = |back: usize| at.checked_sub(back).and_then(|before| value.get(before));
    let Some(TokenTree::Group(group)) = before(1) else { return false };
    let starts = before(2).is_none_or(|token| is_punct(Some(token), ','));
    starts
        && match group.delimiter() {
            Delimiter::Bracket => true,
            Delimiter::Parenthesis => split(&inner(group)).len() > 1,
            Delimiter::Brace | Delimiter::None => false,
        }
}

fn inner(group: &Group) -> Vec<TokenTree> {
    group.stream().into_iter().collect()
}

fn is_group(token: &TokenTree, open: &str) -> bool {
    let TokenTree::Group(group) = token else { return false };
    match group.delimiter() {
        Delimiter::Brace => open == "{",
        Delimiter::Parenthesis => open == "(",
        Delimiter::Bracket | Delimiter::None => false,
    }
}

fn shown(token: &TokenTree) -> String {
    if is_group(token, "(") { "`(`".to_owned() } else { format!("`{token}`") }
}

/// Words that stand between values or in front of one.
fn is_keyword(word: &str) -> bool {
    const WORDS: [&str; 24] = [
        "as", "async", "await", "break", "const", "continue", "dyn", "else", "fn", "for", "if", "impl", "in",
        "let", "loop", "match", "move", "mut", "raw", "ref", "return", "static", "unsafe", "while",
    ];
    WORDS.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::fault;
    use proc_macro2::{TokenStream, TokenTree};

    /// The token at fault and the message.
    fn said(value: &str) -> Option<String> {
        let value: TokenStream = value.parse().unwrap();
        let value: Vec<TokenTree> = value.into_iter().collect();
        fault(&value).map(|(token, message)| format!("{token}: {message}"))
    }

    #[test]
    fn expressions_are_left_to_rustc() {
        for value in [
            "512",
            "-1",
            "if DEBUG { 128 } else { 256 } as u32",
            "&'static str as X",
            "f(1)(2)[0]",
            "[[1, 2][0], x as u32]",
            "concat!(\"a\" \"b\")",
            "[(\"a\", orders.name), (\"b\", &TEXTS[..]),]",
            "{ let mut x = 1; x += 1; x }",
            "const { 1 }",
            "Vec::<u8, u8>::new()",
            "|x| x",
            "match X { 1 => 2, _ => 3 }",
            "(1, 2).0",
            "r#type.arn",
        ] {
            assert_eq!(said(value), None, "{value}");
        }
    }

    #[test]
    fn what_is_missing_is_said_once() {
        for (value, expected) in [
            ("[orders jobs]", "jobs: a comma is missing before `jobs`"),
            ("[(\"A\" 1)]", "1: a comma is missing before `1`"),
            ("[(\"A\" orders.name)]", "orders: a comma is missing before `orders`"),
            ("[(\"A\", 1) (\"B\", 2)]", "(\"B\" , 2): a comma is missing before `(`"),
            ("[[1] (2)]", "(2): a comma is missing before `(`"),
            ("[a,, b]", ",: expected a value, found `,`"),
            ("[, b]", ",: expected a value, found `,`"),
            ("512 +", "+: expected a value after `+`"),
            ("[(\"A\", orders.), 1]", ".: expected the name of a parameter after `.`"),
        ] {
            let said = said(value).map(|said| said.replace("(\"B\", 2)", "(\"B\" , 2)"));
            assert_eq!(said.as_deref(), Some(expected), "{value}");
        }
    }
}
