//! Faults of token shape in keys, literals and what stands between them: what is said and on which token.

use super::states;
use expect_test::{Expect, expect};

/// The messages about a machine with these states.
fn check(text: &str, expected: Expect) {
    expected.assert_eq(&states(text));
}

#[test]
fn wrong_and_missing_separators_are_reported_at_their_place() {
    check(
        "a: Pass { End: true; Comment = \"x\" }",
        expect![[r#"
            a: Pass { End: true; Comment = "x" }
                               ^
              error: entries are separated by `,`, not by `;`
            a: Pass { End: true; Comment = "x" }
                                         ^
              error: a key and its value are separated by `:`, not by `=`
        "#]],
    );
    check(
        "a: Pass { Result: 1 End: true } b: Pass { Next a }",
        expect![[r#"
        a: Pass { Result: 1 End: true } b: Pass { Next a }
                            ^^^
          error: a `,` is missing before `End`
        a: Pass { Result: 1 End: true } b: Pass { Next a }
                                        ^
          error: a `,` is missing before `b`
        a: Pass { Result: 1 End: true } b: Pass { Next a }
                                        ^
          error: [unreachable-state] `b` is never reached
        a: Pass { Result: 1 End: true } b: Pass { Next a }
                                                       ^
          error: a `:` is missing between `Next` and `a`
    "#]],
    );
    check(
        "a: Pass { Result: [1 2], Comment \"x\", End: true },",
        expect![[r#"
        a: Pass { Result: [1 2], Comment "x", End: true },
                             ^
          error: a `,` is missing before `2`
        a: Pass { Result: [1 2], Comment "x", End: true },
                                         ^^^
          error: a `:` is missing between `Comment` and `"x"`
    "#]],
    );
    check(
        "a: Pass { Result: 1 - 2, End: true },",
        expect![[r#"
            a: Pass { Result: 1 - 2, End: true },
                                ^
              error: expected `,`, found `-`
              help: a Rust expression goes in parentheses: `(expr)`
              help: a string goes in quotes
        "#]],
    );
    check(
        "a: Pass { Result: 1, , End: true },",
        expect![[r#"
            a: Pass { Result: 1, , End: true },
                                 ^
              error: expected a key, found `,`
              help: entries are separated by one `,`
        "#]],
    );
}

#[test]
fn missing_values_are_reported() {
    check(
        "a: Pass { Comment:, End: true, Result: }",
        expect![[r#"
        a: Pass { Comment:, End: true, Result: }
                          ^
          error: `Comment` has no value
        a: Pass { Comment:, End: true, Result: }
                                       ^^^^^^
          error: `Result` has no value
    "#]],
    );
    check(
        "a: Pass { Comment, End: true }",
        expect![[r#"
        a: Pass { Comment, End: true }
                  ^^^^^^^
          error: `Comment` has no value
    "#]],
    );
    check(
        "a:",
        expect![[r#"
        a:
        ^
          error: `a` has no value
    "#]],
    );
}

#[test]
fn a_key_that_is_more_than_a_word_must_be_quoted() {
    check(
        "a: Pass { Parameters: { amount.$: \"$.x\", my-key: 1, two words: 2, 5: 3, [1]: 2 }, End: true }",
        expect![[r#"
            a: Pass { Parameters: { amount.$: "$.x", my-key: 1, two words: 2, 5: 3, [1]: 2 }, End: true }
                                    ^^^^^^^^
              error: the key `amount.$` is more than a word
              help: quote it: `"amount.$"`
            a: Pass { Parameters: { amount.$: "$.x", my-key: 1, two words: 2, 5: 3, [1]: 2 }, End: true }
                                                     ^^^^^^
              error: the key `my-key` is more than a word
              help: quote it: `"my-key"`
            a: Pass { Parameters: { amount.$: "$.x", my-key: 1, two words: 2, 5: 3, [1]: 2 }, End: true }
                                                                ^^^^^^^^^
              error: expected `:` after `two`
              help: a key of several words is quoted: `"two words"`
            a: Pass { Parameters: { amount.$: "$.x", my-key: 1, two words: 2, 5: 3, [1]: 2 }, End: true }
                                                                              ^
              error: a key is a word or a string
              help: write `"5"`
            a: Pass { Parameters: { amount.$: "$.x", my-key: 1, two words: 2, 5: 3, [1]: 2 }, End: true }
                                                                                    ^^^
              error: expected a key, found `[`
        "#]],
    );
}

#[test]
fn numbers_that_json_does_not_have_are_reported_with_the_fix() {
    check(
        "a: Pass { Result: [01, 1_000, 0x10, 1.5f32, 1., .5, +1, -x, -\"a\"], End: true }",
        expect![[r#"
            a: Pass { Result: [01, 1_000, 0x10, 1.5f32, 1., .5, +1, -x, -"a"], End: true }
                               ^^
              error: `01` starts with a zero, which JSON numbers do not
              help: write `1`
            a: Pass { Result: [01, 1_000, 0x10, 1.5f32, 1., .5, +1, -x, -"a"], End: true }
                                   ^^^^^
              error: `1_000` has an underscore, which JSON numbers do not have
              help: write `1000`
            a: Pass { Result: [01, 1_000, 0x10, 1.5f32, 1., .5, +1, -x, -"a"], End: true }
                                          ^^^^
              error: `0x10` is not decimal, as JSON numbers are
              help: write `16`
            a: Pass { Result: [01, 1_000, 0x10, 1.5f32, 1., .5, +1, -x, -"a"], End: true }
                                                ^^^^^^
              error: `1.5f32` has a suffix, which JSON numbers do not have
              help: write `1.5`
            a: Pass { Result: [01, 1_000, 0x10, 1.5f32, 1., .5, +1, -x, -"a"], End: true }
                                                        ^^
              error: `1.` has no digits after the point
              help: write `1`
            a: Pass { Result: [01, 1_000, 0x10, 1.5f32, 1., .5, +1, -x, -"a"], End: true }
                                                            ^
              error: expected a value, found `.`
              help: a number has a digit before its point: `0.5`
            a: Pass { Result: [01, 1_000, 0x10, 1.5f32, 1., .5, +1, -x, -"a"], End: true }
                                                                ^
              error: expected a value, found `+`
              help: a number has no `+`
            a: Pass { Result: [01, 1_000, 0x10, 1.5f32, 1., .5, +1, -x, -"a"], End: true }
                                                                    ^
              error: expected a value, found `-`
            a: Pass { Result: [01, 1_000, 0x10, 1.5f32, 1., .5, +1, -x, -"a"], End: true }
                                                                        ^^^^
              error: a string has no sign
              help: put the `-` into the string
        "#]],
    );
}

#[test]
fn strings_that_json_does_not_have_are_reported_with_the_fix() {
    check(
        "a: Pass { Result: ['a', b\"a\", c\"a\", \"a\"b, b'a', 'static], End: true }",
        expect![[r#"
            a: Pass { Result: ['a', b"a", c"a", "a"b, b'a', 'static], End: true }
                               ^^^
              error: strings must be in double quotes
              help: write `"a"`
            a: Pass { Result: ['a', b"a", c"a", "a"b, b'a', 'static], End: true }
                                    ^^^^
              error: JSON has no byte strings
              help: write the string without the `b`
            a: Pass { Result: ['a', b"a", c"a", "a"b, b'a', 'static], End: true }
                                          ^^^^
              error: JSON has no C strings
              help: write the string without the `c`
            a: Pass { Result: ['a', b"a", c"a", "a"b, b'a', 'static], End: true }
                                                ^^^^
              error: `"a"b` has a suffix
              help: write the string without it
            a: Pass { Result: ['a', b"a", c"a", "a"b, b'a', 'static], End: true }
                                                      ^^^^
              error: JSON has no byte strings
              help: write the string without the `b`
            a: Pass { Result: ['a', b"a", c"a", "a"b, b'a', 'static], End: true }
                                                            ^
              error: expected a value, found `'`
              help: strings must be in double quotes
        "#]],
    );
}

#[test]
fn one_broken_state_does_not_hide_the_others() {
    check(
        "a: Pass { Result: foo, Next: nowhere },
        b: Pass { Next: \"also nowhere\" },
        c: Pas { Next: a },",
        expect![[r#"
            a: Pass { Result: foo, Next: nowhere },
                              ^^^
              error: expected a value, found `foo`
              help: quote it: `"foo"`
              help: a reference names a parameter too: `foo.arn`
              help: a Rust expression goes in parentheses: `(foo)`
            a: Pass { Result: foo, Next: nowhere },
                                         ^^^^^^^
              error: [unknown-target] `a` goes to `nowhere`, which is not a state of this machine
              help: the states here are `a`, `b`, `c`
            b: Pass { Next: "also nowhere" },
                            ^^^^^^^^^^^^^^
              error: [unknown-target] `b` goes to `also nowhere`, which is not a state of this machine
              help: the states here are `a`, `b`, `c`
            c: Pas { Next: a },
               ^^^
              error: [unknown-state-type] `c` has the type `Pas`, which does not exist
              help: did you mean `Pass`?
        "#]],
    );
}

#[test]
fn commas_without_values_are_one_fault() {
    expect![[r#"
        a: Pass { Result: [1,,,, 2, { x: 1,, }],, Next: b }, b: Succeed
                             ^^^
          error: expected a value, found `,`
          help: entries are separated by one `,`
        a: Pass { Result: [1,,,, 2, { x: 1,, }],, Next: b }, b: Succeed
                                           ^
          error: expected a key, found `,`
          help: entries are separated by one `,`
        a: Pass { Result: [1,,,, 2, { x: 1,, }],, Next: b }, b: Succeed
                                                ^
          error: expected a key, found `,`
          help: entries are separated by one `,`
    "#]]
    .assert_eq(&states("a: Pass { Result: [1,,,, 2, { x: 1,, }],, Next: b }, b: Succeed"));
}

#[test]
fn what_is_no_list_is_one_fault() {
    expect![[r#"
        a: Pass { Next: [b] }, b: [Succeed], c: null
                        ^^^
          error: [wrong-type] `Next` takes a state's name, not an array
        a: Pass { Next: [b] }, b: [Succeed], c: null
                                  ^^^^^^^^^
          error: [wrong-type] the state `b` must be an object, not an array
        a: Pass { Next: [b] }, b: [Succeed], c: null
                                                ^^^^
          error: [wrong-type] the state `c` must be an object, not `null`
    "#]]
    .assert_eq(&states("a: Pass { Next: [b] }, b: [Succeed], c: null"));
}

#[test]
fn an_object_without_its_braces_is_reported() {
    let source = "a: Task { Resource: f.arn, Retry: [ErrorEquals: [States.ALL]], End: true }";
    expect![[r#"
        a: Task { Resource: f.arn, Retry: [ErrorEquals: [States.ALL]], End: true }
                                           ^^^^^^^^^^^^^^^^^^^^^^^^^
          error: expected a retrier, found `ErrorEquals`
          help: it goes in braces: `{ .. }`
    "#]]
    .assert_eq(&states(source));
}

#[test]
fn tokens_behind_a_value_are_reported() {
    let source = "a: Wait { Timestamp: 2030-01-01T00:00:00Z, Next: b }, b: Pass { Result: [x as u8, if 1 { 2 }, 1.2.3], End: true }";
    expect![[r#"
        a: Wait { Timestamp: 2030-01-01T00:00:00Z, Next: b }, b: Pass { Result: [x as u8, if 1 { 2 }, 1.2.3], End: true }
                                 ^
          error: expected `,`, found `-`
          help: a Rust expression goes in parentheses: `(expr)`
          help: a string goes in quotes
        a: Wait { Timestamp: 2030-01-01T00:00:00Z, Next: b }, b: Pass { Result: [x as u8, if 1 { 2 }, 1.2.3], End: true }
                                                                                 ^^^^^^^
          error: expected `,` after `x`, found `as`
          help: a Rust expression goes in parentheses: `(expr)`
          help: a string goes in quotes
        a: Wait { Timestamp: 2030-01-01T00:00:00Z, Next: b }, b: Pass { Result: [x as u8, if 1 { 2 }, 1.2.3], End: true }
                                                                                          ^^^^
          error: expected `,` after `if`, found `1`
          help: a Rust expression goes in parentheses: `(expr)`
          help: a string goes in quotes
        a: Wait { Timestamp: 2030-01-01T00:00:00Z, Next: b }, b: Pass { Result: [x as u8, if 1 { 2 }, 1.2.3], End: true }
                                                                                                         ^
          error: expected `,`, found `.`
          help: a Rust expression goes in parentheses: `(expr)`
          help: a string goes in quotes
    "#]].assert_eq(&states(source));
}

#[test]
fn a_doc_comment_before_a_value_is_reported() {
    expect![[r#"
        a: /** what */ Succeed, b: Pass { Result: [.x, .5], End: true }
           ^^^^^^^^^^^
          error: expected a value, found a doc comment
        a: /** what */ Succeed, b: Pass { Result: [.x, .5], End: true }
                                                   ^
          error: expected a value, found `.`
        a: /** what */ Succeed, b: Pass { Result: [.x, .5], End: true }
                                                       ^
          error: expected a value, found `.`
          help: a number has a digit before its point: `0.5`
    "#]]
    .assert_eq(&states("a: /** what */ Succeed, b: Pass { Result: [.x, .5], End: true }"));
}
