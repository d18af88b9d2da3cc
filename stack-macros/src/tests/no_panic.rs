//! No tokens make the macro panic, and what it prints is Rust.

use crate::state_machine::expand;
use proc_macro2::{Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};
use proptest::prelude::*;

const WORDS: &[&str] = &[
    "StartAt",
    "States",
    "Type",
    "Task",
    "Pass",
    "Succeed",
    "Choice",
    "Map",
    "Parallel",
    "Next",
    "End",
    "Default",
    "Resource",
    "Parameters",
    "ErrorEquals",
    "Retry",
    "Catch",
    "Comment",
    "true",
    "null",
    "a",
    "b",
    "in",
    "pub",
    "doc",
    "allow",
    "stack",
    "state",
    "express",
    "r#type",
    "_",
    "batch",
    "arn",
];
const LITERALS: &[&str] = &[
    "1",
    "01",
    "1.5",
    "1_000",
    "0x1F",
    "1.5f32",
    "1.",
    "\"a\"",
    "\"\"",
    "\"$Param('a', 'b')\"",
    "\"$Param(\"",
    "r#\"a\"#",
    "'a'",
    "b\"a\"",
    "c\"a\"",
    "b'a'",
    "\"a\\n\\u{1F600}\\x41\"",
    "r#\"{ \"StartAt\": 1 \"#",
    "\"x.json\"",
];

fn leaf() -> impl Strategy<Value = TokenTree> {
    let word = prop::sample::select(WORDS).prop_map(|word| match word.strip_prefix("r#") {
        Some(word) => Ident::new_raw(word, Span::call_site()).into(),
        None => TokenTree::Ident(Ident::new(word, Span::call_site())),
    });
    let punct = (
        prop::sample::select(&[':', ',', '.', '-', '#', '=', ';', '\'', '!', '$', '@', '+'][..]),
        any::<bool>(),
    )
        .prop_map(|(character, joint)| {
            Punct::new(character, if joint { Spacing::Joint } else { Spacing::Alone }).into()
        });
    let literal =
        prop::sample::select(LITERALS).prop_map(|text| text.parse::<Literal>().expect("a literal").into());
    prop_oneof![4 => word, 3 => punct, 2 => literal]
}

fn group(delimiter: Delimiter, tokens: Vec<TokenTree>) -> TokenTree {
    Group::new(delimiter, tokens.into_iter().collect()).into()
}

fn tree(delimiters: &'static [Delimiter]) -> impl Strategy<Value = TokenTree> {
    leaf().prop_recursive(5, 60, 8, move |inner| {
        (prop::sample::select(delimiters), prop::collection::vec(inner, 0..8))
            .prop_map(|(delimiter, tokens)| group(delimiter, tokens))
    })
}

/// Tokens that more often look like members: a key, a colon, a value, a comma.
fn member(delimiters: &'static [Delimiter]) -> impl Strategy<Value = Vec<TokenTree>> {
    (leaf(), tree(delimiters), prop::option::of(tree(delimiters))).prop_map(|(key, value, more)| {
        let punct = |character| TokenTree::Punct(Punct::new(character, Spacing::Alone));
        [key, punct(':'), value].into_iter().chain(more).chain([punct(',')]).collect()
    })
}

fn body(delimiters: &'static [Delimiter]) -> impl Strategy<Value = TokenTree> {
    prop::collection::vec(member(delimiters), 0..8)
        .prop_map(|members| group(Delimiter::Brace, members.into_iter().flatten().collect()))
}

const ALL: &[Delimiter] =
    &[Delimiter::Brace, Delimiter::Bracket, Delimiter::Parenthesis, Delimiter::None, Delimiter::Brace];
/// Without parentheses, whose content is the user's.
const OURS: &[Delimiter] = &[Delimiter::Brace, Delimiter::Bracket];

proptest! {
    // A case that fails once becomes a test of its own.
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_tokens(tokens in prop::collection::vec(tree(ALL), 0..12)) {
        expand(tokens.into_iter().collect());
    }

    #[test]
    fn any_body(body in body(ALL)) {
        expand("M in S".parse::<TokenStream>().expect("tokens").into_iter().chain([body]).collect());
    }

    #[test]
    fn any_states_and_the_expansion_is_rust(states in body(OURS)) {
        let states = ["StartAt : a , States :".parse().expect("tokens"), TokenStream::from(states)];
        let body = group(Delimiter::Brace, states.into_iter().flatten().collect());
        let tokens = "M in S".parse::<TokenStream>().expect("tokens").into_iter().chain([body]).collect();
        let expansion = expand(tokens);
        prop_assert!(syn::parse2::<syn::File>(expansion.clone()).is_ok(), "{expansion}");
    }
}

#[test]
fn nesting_has_a_limit() {
    let deep = format!(
        "M {{ StartAt: a, States: {{ a: Pass {{ Result: {}1{}, End: true }} }} }}",
        "[".repeat(2000),
        "]".repeat(2000)
    );
    let notes = super::notes(&super::expand(&deep));
    assert_eq!(notes.len(), 1);
    assert!(notes[0].text.starts_with("error: [too-deep]"), "{}", notes[0].text);
    assert_eq!(notes[0].first.start().column, deep.find('[').expect("a bracket") + 128 - 3);
}
