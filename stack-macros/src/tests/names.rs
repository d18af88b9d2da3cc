//! Names for editors: the tokens of declarations and uses, by line and column.

use super::expand;
use expect_test::{Expect, expect};
use proc_macro2::{TokenStream, TokenTree};
use std::fmt::Write as _;

fn flat(tokens: TokenStream, out: &mut Vec<TokenTree>) {
    for token in tokens {
        match token {
            TokenTree::Group(group) => flat(group.stream(), out),
            token => out.push(token),
        }
    }
}

/// The variants of `__States` and their uses, each with the place of its token.
fn check(source: &str, expected: Expect) {
    let mut list = Vec::new();
    flat(expand(source), &mut list);
    let start = list.iter().position(|token| token.to_string() == "enum").expect("the machine");
    let names = &list[start + 2..];
    let start = names.iter().position(|token| token.to_string() == "enum").expect("the names");
    let mut out = String::new();
    let mut what = "declared";
    for token in &names[start + 2..] {
        let TokenTree::Ident(ident) = token else { continue };
        if ident == "const" {
            what = "used";
        } else if ident != "_" && ident != "__States" {
            let at = ident.span().start();
            writeln!(out, "{what} {ident} at {}:{}", at.line, at.column + 1)
                .expect("a string takes everything");
        }
    }
    expected.assert_eq(&out);
}

#[test]
fn declarations_and_uses_keep_their_tokens() {
    check(
        r#"M { StartAt: choose, States: {
            choose: Choice { Choices: [{ Variable: "$.x", IsNull: true, Next: split }], Default: done },
            "split": Parallel {
                Branches: [{ StartAt: inner, States: { inner: Succeed } }],
                Catch: [{ ErrorEquals: [States.ALL], Next: done }],
                Next: "done",
            },
            done: Succeed,
        } }"#,
        expect![[r#"
            declared choose at 2:13
            declared split at 3:13
            declared inner at 4:56
            declared done at 8:13
            used choose at 1:14
            used inner at 4:39
            used split at 2:79
            used done at 2:98
            used done at 5:60
            used done at 6:23
        "#]],
    );
}

#[test]
fn names_that_are_no_identifiers_are_mangled() {
    check(
        r#"M { StartAt: match, States: {
            match: Pass { Next: Self },
            Self: Pass { Next: "Check and hold" },
            "Check and hold": Pass { Next: _Check_and_hold },
            _Check_and_hold: Pass { Next: "1st" },
            "1st": Pass { Next: _ },
            _: Pass { Next: größe },
            größe: Pass { Next: r#type },
            r#type: Succeed,
        } }"#,
        expect![[r#"
            declared r#match at 2:13
            declared _Self at 3:13
            declared _Check_and_hold_1 at 4:13
            declared _Check_and_hold at 5:13
            declared _1st at 6:13
            declared __ at 7:13
            declared _gr__e at 8:13
            declared r#type at 9:13
            used r#match at 1:14
            used _Self at 2:33
            used _Check_and_hold_1 at 3:32
            used _Check_and_hold at 4:44
            used _1st at 5:43
            used __ at 6:33
            used _gr__e at 7:29
            used r#type at 8:33
        "#]],
    );
}

#[test]
fn names_stay_when_something_else_is_wrong() {
    check(
        "M { StartAt: a, States: { a: Pass { Result: x, Next: b }, b: Pass { Next: c }, b: Succeed } }",
        expect![[r#"
            declared a at 1:27
            declared b at 1:59
            used a at 1:14
            used b at 1:54
        "#]],
    );
}

#[test]
fn names_in_another_script_stay_short() {
    let names: Vec<char> = ('\u{4e00}'..).take(1_000).collect();
    let state = |pair: &[char]| format!("{}: Pass {{ Next: {} }},", pair[0], pair[1]);
    let states: String = names.windows(2).map(state).collect();
    let text = format!("M {{ StartAt: {}, States: {{ {states} {}: Succeed }} }}", names[0], names[999]);
    let mut list = Vec::new();
    flat(expand(&text), &mut list);
    let words = list.iter().filter(|token| matches!(token, TokenTree::Ident(_))).map(TokenTree::to_string);
    let declared: std::collections::HashSet<String> = words.filter(|word| word.starts_with("___")).collect();
    assert!(declared.len() >= 999, "{}", declared.len());
    assert!(declared.iter().all(|word| word.len() < 12), "{declared:?}");
}
