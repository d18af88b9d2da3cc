//! Definitions in files and strings: what is said, and that it names file, line and column.

use super::rendered;
use expect_test::{Expect, expect};

fn check(source: &str, expected: Expect) {
    expected.assert_eq(&rendered(source));
}

#[test]
fn a_file_is_named_with_line_and_column() {
    check(
        "M in S = \"tests/workflows/faulty.asl.json\"",
        expect![[r#"
            M in S = "tests/workflows/faulty.asl.json"
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              error: tests/workflows/faulty.asl.json:6:19: `$ResourceParam` takes two names, a resource and a parameter, but there are 1
              help: write `$ResourceParam('resourceName', 'arn')`
                    "Resource": "$ResourceParam('billCustomer')",
                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            M in S = "tests/workflows/faulty.asl.json"
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              error: tests/workflows/faulty.asl.json:7:15: [unknown-target] `bill` goes to `dine`, which is not a state of this machine
              help: did you mean `done`?
              help: the states here are `bill`, `done`
                    "Next": "dine"
                            ^^^^^^
        "#]],
    );
}

#[test]
fn a_string_has_lines_and_columns() {
    check(
        "M = r#\"{\n  \"StartAt\": \"a\",\n  \"States\": { \"a\": { \"Type\": \"Pass\" \"End\": true } }\n}\"#",
        expect![[r#"
            M = r#"{
                ^^^^..
              error: line 3, column 37: [json-syntax] expected `,` or `}`, found `"`
                "States": { "a": { "Type": "Pass" "End": true } }
                                                  ^^^^^
        "#]],
    );
    check(
        "M = \"{ \\\"StartAt\\\": 1 }\";",
        expect![[r#"
        M = "{ \"StartAt\": 1 }";
            ^^^^^^^^^^^^^^^^^^^^
          error: line 1, column 1: [missing-field] this state machine has no `States`
          { "StartAt": 1 }
          ^
        M = "{ \"StartAt\": 1 }";
            ^^^^^^^^^^^^^^^^^^^^
          error: line 1, column 14: [wrong-type] `StartAt` takes a state's name, not a number
          { "StartAt": 1 }
                       ^
    "#]],
    );
}

#[test]
fn a_file_that_does_not_exist_is_reported_with_a_similar_one() {
    check(
        "M = \"tests/workflows/smal.asl.json\"",
        expect![[r#"
            M = "tests/workflows/smal.asl.json"
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              error: there is no file `tests/workflows/smal.asl.json` in the folder of Cargo.toml
              help: did you mean `tests/workflows/small.asl.json`?
        "#]],
    );
}

#[test]
fn a_file_that_is_not_utf8_is_reported() {
    check(
        "M = \"tests/workflows/latin.asl.json\"",
        expect![[r#"
            M = "tests/workflows/latin.asl.json"
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              error: the file `tests/workflows/latin.asl.json` is not UTF-8 after its first 15 bytes
              help: save it as UTF-8
        "#]],
    );
}

#[test]
fn a_literal_that_is_neither_a_definition_nor_a_file_is_reported() {
    check(
        "M = \"workflow.toml\"",
        expect![[r#"
        M = "workflow.toml"
            ^^^^^^^^^^^^^^^
          error: `workflow.toml` is neither a definition nor a file's path
          help: a definition in a string starts with `{`
          help: a file's path is relative to `Cargo.toml` and ends in `.json` or `.yaml`
    "#]],
    );
    check(
        "M = \"/etc/workflow.json\"",
        expect![[r#"
            M = "/etc/workflow.json"
                ^^^^^^^^^^^^^^^^^^^^
              error: `/etc/workflow.json` is absolute: write it relative to the folder of Cargo.toml
        "#]],
    );
    check(
        "M = 12",
        expect![[r##"
        M = 12
            ^^
          error: expected a string literal
          help: write `r#"{ .. }"#`, or the path of a file that ends in `.json` or `.yaml`
    "##]],
    );
    check(
        "M = include_str!(\"a.json\")",
        expect![[r#"
        M = include_str!("a.json")
            ^^^^^^^^^^^
          error: expected a string literal
          help: name the file itself: `"workflows/name.asl.json"`, relative to `Cargo.toml`
    "#]],
    );
}

#[test]
fn attributes_of_the_header_keep_their_tokens() {
    check(
        "/// Twice.\n#[allow(stack::zero-timout)]\nM = r#\"{ \"Comment\": \"x\", \"StartAt\": \"a\", \"States\": { \"a\": { \"Type\": \"Succeed\" } } }\"#",
        expect![[r##"
            M = r#"{ "Comment": "x", "StartAt": "a", "States": { "a": { "Type": "Succeed" } } }"#
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              error: line 1, column 3: the doc comment already is the `Comment`
              help: keep one of the two
              { "Comment": "x", "StartAt": "a", "States": { "a": { "Type": "Succeed" } } }
                ^^^^^^^^^
            #[allow(stack::zero-timout)]
                    ^^^^^^^^^^^^^^^^^^
              error: [unknown-rule] there is no rule `zero-timout`
              help: did you mean `zero-timeout`?
        "##]],
    );
}

#[test]
fn allowances_name_their_state() {
    let text = r##"r#"{ "StartAt": "a", "States": { "a": { "Type": "Pass", "Next": "b", "End": false }, "b": { "Type": "Succeed" } } }"#"##;
    assert_eq!(rendered(&format!("#[allow(stack::redundant-end, state = \"a\")] M = {text}")), "");
    check(
        &format!("#[allow(stack::redundant-end, state = \"b\")] M = {text}"),
        expect![[r##"
            #[allow(stack::redundant-end, state = "b")] M = r#"{ "StartAt": "a", "States": { "a": { "Type": "Pass", "Next": "b", "End": false }, "b": { "Type": "Succeed" } } }"#
                                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              warning: line 1, column 67: [redundant-end] `End: false` has no effect next to `Next`
              help: remove it
              ... "a", "States": { "a": { "Type": "Pass", "Next": "b", "End": false }, "b": { "Type": "Succeed" } } }
                                                                       ^^^^^
        "##]],
    );
    check(
        &format!("#[allow(stack::redundant-end, state = \"c\")] M = {text}"),
        expect![[r##"
            #[allow(stack::redundant-end, state = "c")] M = r#"{ "StartAt": "a", "States": { "a": { "Type": "Pass", "Next": "b", "End": false }, "b": { "Type": "Succeed" } } }"#
                                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              warning: line 1, column 67: [redundant-end] `End: false` has no effect next to `Next`
              help: remove it
              ... "a", "States": { "a": { "Type": "Pass", "Next": "b", "End": false }, "b": { "Type": "Succeed" } } }
                                                                       ^^^^^
            #[allow(stack::redundant-end, state = "c")] M = r#"{ "StartAt": "a", "States": { "a": { "Type": "Pass", "Next": "b", "End": false }, "b": { "Type": "Succeed" } } }"#
                                                  ^^^
              error: [unknown-target] `c` is not a state of this machine
        "##]],
    );
}

#[test]
fn a_definition_that_is_too_large_is_one_error() {
    let result = "x".repeat(250_000);
    let state = |name: &str, next: &str| format!("{name}: Pass {{ Result: \"{result}\", {next} }},");
    let states = ["b", "c", "d", "e"].iter().zip(["a", "b", "c", "d"]);
    let states: String = states.map(|(next, name)| state(name, &format!("Next: {next}"))).collect();
    let machine = format!("M in S {{ StartAt: a, States: {{ {states} {} }} }}", state("e", "End: true"));
    let told: Vec<String> =
        super::notes(&super::expand(&machine)).into_iter().map(|note| note.text).collect();
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].starts_with("error: [too-large] the definition has 1250"), "{told:?}");
}
