//! Whole workflows, pasted, as a string and as a file: the value is the one that the core reads.

use crate::parse::Definition;
use crate::parse::cursor::{self, Cursor};
use crate::parse::reader::Reader;
use proc_macro2::{Literal, Span, TokenStream, TokenTree};
use stack_core::finding::Findings;
use stack_core::json::Node;
use std::path::Path;

/// The definitions in JSON, by their paths from this crate: our own, and real ones where they are there, whose authors
/// have other habits of layout and of escapes.
fn files() -> Vec<String> {
    let mut files = Vec::new();
    for folder in ["../tests/workflows", "../../shared/corpus/workflows"] {
        let Ok(entries) = std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)) else {
            continue;
        };
        let names = entries.map(|entry| entry.expect("an entry").file_name().display().to_string());
        files.extend(names.filter(|name| name.ends_with(".json")).map(|name| format!("{folder}/{name}")));
    }
    files.sort();
    assert!(files.len() >= 20, "the project has workflows of its own");
    files
}

/// What the macro reads after the machine's name.
fn body(tokens: TokenStream) -> Node<'static> {
    let list = cursor::tokens(tokens);
    let mut cursor = Cursor::new(&list, Span::call_site());
    let mut reader = Reader::default();
    let header = reader.header(&mut cursor).expect("a header");
    let node = match reader.definition(&mut cursor, &header) {
        Some(Definition::Braces(group)) => reader.braces(group, &header).root,
        Some(Definition::Literal(literal)) => {
            let text = Box::leak(Box::new(reader.load(literal).expect("a definition")));
            reader.text_body(text, literal, &header).root
        }
        None => panic!("no definition"),
    };
    assert!(reader.faults.list().is_empty(), "{:?}", reader.faults);
    assert!(reader.findings.finish().is_empty());
    node
}

fn named(literal: Literal) -> TokenStream {
    let mut tokens: TokenStream = "M =".parse().expect("tokens");
    tokens.extend([TokenTree::Literal(literal)]);
    tokens
}

#[test]
fn pasted_definitions_are_read_as_the_core_reads_them() {
    let mut pasted = 0;
    for path in files() {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(&path);
        let text = std::fs::read_to_string(file).expect("a readable file");
        let findings = Findings::new();
        let expected = stack_core::read(&text, &[], &findings);
        assert!(findings.finish().is_empty(), "{path}");

        assert_eq!(body(named(Literal::string(&path))), expected, "by file: {path}");
        let raw: Literal = format!("r####\"{text}\"####").parse().expect("a raw string");
        assert_eq!(body(named(raw)), expected, "as a string: {path}");

        match format!("M {text}").parse() {
            Ok(tokens) => {
                assert_eq!(body(tokens), expected, "pasted: {path}");
                pasted += 1;
            }
            // Rust's lexer refuses some of JSON's escapes.
            Err(error) => {
                assert!(["\\u", "\\/", "\\b", "\\f"].iter().any(|it| text.contains(it)), "{path}: {error}")
            }
        }
    }
    println!("{pasted} definitions were pasted");
}
