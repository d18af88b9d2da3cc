//! Definitions come out of the macro as they went in: pasted, as a raw string, and by file name.
//!
//! Workflows are compiled by rustc, since its lexer is not that of the unit tests.

use stack_core::finding::Findings;
use stack_core::json::Node;
use std::fmt::Write as _;
use std::fs;

/// The text as a value, with numbers digit for digit.
fn value(text: &str) -> Node<'_> {
    let out = Findings::new();
    let node = stack_core::read(text, &[], &out);
    let findings = out.finish();
    assert!(findings.is_empty(), "{findings:?}");
    node
}

/// The definitions of a machine for each body, out of a crate that has them all.
/// A body `= "n.json"` is the text number `n`.
fn definitions(name: &str, machines: &[String], texts: &[String]) -> Vec<String> {
    let files: Vec<(String, &str)> =
        texts.iter().enumerate().map(|(number, text)| (format!("{number}.json"), text.as_str())).collect();
    let mut source =
        String::from("#![deny(unused, nonstandard_style)]\nuse stack::{Machine, state_machine};\n");
    for (number, machine) in machines.iter().enumerate() {
        let _ = writeln!(source, "state_machine! {{ M{number} {machine} }}");
    }
    source.push_str("fn main() {\n");
    for number in 0..machines.len() {
        let _ = writeln!(source, "    println!(\"{{}}\", M{number}::DEFINITION.text);");
    }
    source.push_str("}\n");
    let dependencies = format!("stack = {{ package = \"stack-aws\", path = {:?} }}", stack_tests::root());
    let text = stack_tests::run_crate(env!("CARGO_TARGET_TMPDIR"), name, &dependencies, &files, &source);
    text.lines().map(str::to_owned).collect()
}

fn raw(text: &str) -> String {
    format!("= r###\"{text}\"###")
}

fn file(number: usize) -> String {
    format!("= \"{number}.json\"")
}

#[test]
fn workflows_compile_in_all_three_forms_and_come_out_the_same() {
    // Our own, and real ones where they are there: their authors have other habits of layout and of escapes.
    let mut files = stack_tests::workflows();
    files.extend(stack_tests::workflows_of_others());
    files.retain(|(name, _)| name.ends_with(".json"));
    let texts: Vec<String> = files.iter().map(|(_, text)| text.clone()).collect();
    // A body in braces; the text has its own.
    let mut machines: Vec<String> = texts.clone();
    machines.extend(texts.iter().map(|text| raw(text)));
    machines.extend((0..texts.len()).map(file));
    let definitions = definitions("workflows", &machines, &texts);
    assert_eq!(definitions.len(), 3 * texts.len());
    for (number, definition) in definitions.iter().enumerate() {
        let at = number % texts.len();
        assert_eq!(value(definition), value(&texts[at]), "{}", files[at].0);
    }
    println!("{} workflows came out as they went in, three times each", texts.len());
}

#[test]
fn what_pasting_cannot_take_comes_out_the_same() {
    let path = stack_tests::root().join("tests/definitions/odd.asl.json");
    let text = fs::read_to_string(&path).expect("the definition");
    for definition in definitions("odd-definitions", &[raw(&text), file(0)], std::slice::from_ref(&text)) {
        assert_eq!(value(&definition), value(&text));
        assert!(definition.contains("1e400") && definition.contains("-0.0,0.10,1.50"), "{definition}");
        assert!(definition.contains("123456789012345678901234567890"), "{definition}");
    }
}
