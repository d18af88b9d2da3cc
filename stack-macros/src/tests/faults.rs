//! Faults of token shape: what is said and on which token.

use super::{rendered, states};
use expect_test::{Expect, expect};

/// The messages about a machine with these states.
fn check(text: &str, expected: Expect) {
    expected.assert_eq(&states(text));
}

/// The messages about a whole source.
fn check_all(source: &str, expected: Expect) {
    expected.assert_eq(&rendered(source));
}

#[test]
fn separators() {
    check("a: Pass { End: true; Comment = \"x\" }", expect![[r#"
        a: Pass { End: true; Comment = "x" }
                           ^
          error: entries are separated by `,`, not by `;`
        a: Pass { End: true; Comment = "x" }
                                     ^
          error: a `:` stands between a key and its value, not `=`
    "#]]);
    check("a: Pass { Result: 1 End: true } b: Pass { Next a }", expect![[r#"
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
    "#]]);
    check("a: Pass { Result: [1 2], Comment \"x\", End: true },", expect![[r#"
        a: Pass { Result: [1 2], Comment "x", End: true },
                             ^
          error: a `,` is missing before `2`
        a: Pass { Result: [1 2], Comment "x", End: true },
                                         ^^^
          error: a `:` is missing between `Comment` and `"x"`
    "#]]);
    check("a: Pass { Result: 1 - 2, End: true },", expect![[r#"
        a: Pass { Result: 1 - 2, End: true },
                            ^
          error: expected `,`, found `-`
    "#]]);
    check("a: Pass { Result: 1, , End: true },", expect![[r#"
        a: Pass { Result: 1, , End: true },
                             ^
          error: expected a key, found `,`
    "#]]);
}

#[test]
fn values_that_are_missing() {
    check("a: Pass { Comment:, End: true, Result: }", expect![[r#"
        a: Pass { Comment:, End: true, Result: }
                          ^
          error: `Comment` has no value
        a: Pass { Comment:, End: true, Result: }
                                       ^^^^^^
          error: `Result` has no value
    "#]]);
    check("a: Pass { Comment, End: true }", expect![[r#"
        a: Pass { Comment, End: true }
                  ^^^^^^^
          error: `Comment` has no value
    "#]]);
    check("a:", expect![[r#"
        a:
        ^
          error: `a` has no value
    "#]]);
}

#[test]
fn keys() {
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
fn numbers() {
    check("a: Pass { Result: [01, 1_000, 0x10, 1.5f32, 1., .5, +1, -x, -\"a\"], End: true }", expect![[r#"
        a: Pass { Result: [01, 1_000, 0x10, 1.5f32, 1., .5, +1, -x, -"a"], End: true }
                           ^^
          error: `01` starts with a zero, which JSON's numbers do not
          help: write `1`
        a: Pass { Result: [01, 1_000, 0x10, 1.5f32, 1., .5, +1, -x, -"a"], End: true }
                               ^^^^^
          error: `1_000` has an underscore, which JSON's numbers have not
          help: write `1000`
        a: Pass { Result: [01, 1_000, 0x10, 1.5f32, 1., .5, +1, -x, -"a"], End: true }
                                      ^^^^
          error: `0x10` is not decimal, as JSON's numbers are
          help: write `16`
        a: Pass { Result: [01, 1_000, 0x10, 1.5f32, 1., .5, +1, -x, -"a"], End: true }
                                            ^^^^^^
          error: `1.5f32` has a suffix, which JSON's numbers have not
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
    "#]]);
}

#[test]
fn strings() {
    check("a: Pass { Result: ['a', b\"a\", c\"a\", \"a\"b, b'a', 'static], End: true }", expect![[r#"
        a: Pass { Result: ['a', b"a", c"a", "a"b, b'a', 'static], End: true }
                           ^^^
          error: strings stand in double quotes
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
          help: strings stand in double quotes
    "#]]);
}

#[test]
fn words_in_payloads() {
    check(
        "a: Pass { Result: [foo, True, None, foo::BAR, foo(1), foo + 1, $.x, &x, a.b.], Comment: foo, End: TRUE }",
        expect![[r#"
            a: Pass { Result: [foo, True, None, foo::BAR, foo(1), foo + 1, $.x, &x, a.b.], Comment: foo, End: TRUE }
                               ^^^
              error: expected a value, found `foo`
              help: quote it: `"foo"`
              help: a reference names a parameter too: `foo.arn`
              help: a Rust expression stands in parentheses: `(foo)`
            a: Pass { Result: [foo, True, None, foo::BAR, foo(1), foo + 1, $.x, &x, a.b.], Comment: foo, End: TRUE }
                                    ^^^^
              error: expected a value, found `True`
              help: JSON's word is `true`
            a: Pass { Result: [foo, True, None, foo::BAR, foo(1), foo + 1, $.x, &x, a.b.], Comment: foo, End: TRUE }
                                          ^^^^
              error: expected a value, found `None`
              help: JSON's word is `null`
            a: Pass { Result: [foo, True, None, foo::BAR, foo(1), foo + 1, $.x, &x, a.b.], Comment: foo, End: TRUE }
                                                ^^^^^^^^
              error: expected a value, found `foo::BAR`
              help: a Rust expression stands in parentheses: `(expr)`
              help: a text stands in quotes
            a: Pass { Result: [foo, True, None, foo::BAR, foo(1), foo + 1, $.x, &x, a.b.], Comment: foo, End: TRUE }
                                                          ^^^^^^
              error: expected a value, found `foo(1)`
              help: a Rust expression stands in parentheses: `(expr)`
              help: a text stands in quotes
            a: Pass { Result: [foo, True, None, foo::BAR, foo(1), foo + 1, $.x, &x, a.b.], Comment: foo, End: TRUE }
                                                                  ^^^^^^^
              error: expected `,` after `foo`, found `+`
              help: quote it: `"foo+1"`
              help: a Rust expression stands in parentheses: `(expr)`
            a: Pass { Result: [foo, True, None, foo::BAR, foo(1), foo + 1, $.x, &x, a.b.], Comment: foo, End: TRUE }
                                                                           ^
              error: expected a value, found `$`
              help: a path stands in quotes: `"$.amount"`
            a: Pass { Result: [foo, True, None, foo::BAR, foo(1), foo + 1, $.x, &x, a.b.], Comment: foo, End: TRUE }
                                                                                ^
              error: expected a value, found `&`
              help: a Rust expression stands in parentheses: `(expr)`
            a: Pass { Result: [foo, True, None, foo::BAR, foo(1), foo + 1, $.x, &x, a.b.], Comment: foo, End: TRUE }
                                                                                    ^^^^
              error: `a.b.` is not whole
              help: after a `.`, the name of a parameter follows
            a: Pass { Result: [foo, True, None, foo::BAR, foo(1), foo + 1, $.x, &x, a.b.], Comment: foo, End: TRUE }
                                                                                                    ^^^
              error: expected a value, found `foo`
              help: quote it: `"foo"`
              help: a reference names a parameter too: `foo.arn`
              help: a Rust expression stands in parentheses: `(foo)`
            a: Pass { Result: [foo, True, None, foo::BAR, foo(1), foo + 1, $.x, &x, a.b.], Comment: foo, End: TRUE }
                                                                                                              ^^^^
              error: expected a value, found `TRUE`
              help: JSON's word is `true`
        "#]],
    );
}

#[test]
fn state_names() {
    check(
        "a: Pass { Next: check-and-hold }, b: Pass { Next: Check and hold }, c: Pass { Next: a.b }",
        expect![[r#"
            a: Pass { Next: check-and-hold }, b: Pass { Next: Check and hold }, c: Pass { Next: a.b }
                            ^^^^^^^^^^^^^^
              error: the state name `check-and-hold` is more than a word
              help: quote it: `"check-and-hold"`
            a: Pass { Next: check-and-hold }, b: Pass { Next: Check and hold }, c: Pass { Next: a.b }
                                                              ^^^^^^^^^^^^^^
              error: the state name `Check and hold` is more than a word
              help: quote it: `"Check and hold"`
            a: Pass { Next: check-and-hold }, b: Pass { Next: Check and hold }, c: Pass { Next: a.b }
                                                                                                ^^^
              error: the state name `a.b` is more than a word
              help: quote it: `"a.b"`
        "#]],
    );
}

#[test]
fn fixed_words() {
    check(
        "a: Pass { QueryLanguage: JSON.ata, End: true }, b: Pass { QueryLanguage: \"JSONata\", End: 1 }",
        expect![[r#"
            a: Pass { QueryLanguage: JSON.ata, End: true }, b: Pass { QueryLanguage: "JSONata", End: 1 }
                                     ^^^^^^^^
              error: `JSON.ata` is more than a word
              help: one of `JSONPath`, `JSONata` stands here
            a: Pass { QueryLanguage: JSON.ata, End: true }, b: Pass { QueryLanguage: "JSONata", End: 1 }
                                                            ^
              error: [unreachable-state] `b` is never reached
            a: Pass { QueryLanguage: JSON.ata, End: true }, b: Pass { QueryLanguage: "JSONata", End: 1 }
                                                                                                     ^
              error: [wrong-type] `End` takes `true` or `false`, not a number
        "#]],
    );
}

#[test]
fn error_names() {
    check(
        "a: Pass { End: true }, b: Task { Resource: lambda:invoke, End: true,
        Catch: [{ ErrorEquals: [Foo-Bar, a b, x::y, Foo()], Next: a }] }",
        expect![[r#"
            a: Pass { End: true }, b: Task { Resource: lambda:invoke, End: true,
                                   ^
              error: [unreachable-state] `b` is never reached
            Catch: [{ ErrorEquals: [Foo-Bar, a b, x::y, Foo()], Next: a }] }
                                    ^^^^^^^
              error: the error name `Foo-Bar` is more than words and dots
              help: quote it: `"Foo-Bar"`
            Catch: [{ ErrorEquals: [Foo-Bar, a b, x::y, Foo()], Next: a }] }
                                             ^^^
              error: the error name `a b` is more than words and dots
              help: quote it: `"a b"`
            Catch: [{ ErrorEquals: [Foo-Bar, a b, x::y, Foo()], Next: a }] }
                                                  ^^^^
              error: the error name `x::y` is more than words and dots
              help: quote it: `"x::y"`
            Catch: [{ ErrorEquals: [Foo-Bar, a b, x::y, Foo()], Next: a }] }
                                                        ^^^^^
              error: the error name `Foo()` is more than words and dots
              help: quote it: `"Foo()"`
        "#]],
    );
}

#[test]
fn resources() {
    check("a: Task { Resource: arn:aws:states:::lambda:invoke, Next: b }", expect![[r#"
        a: Task { Resource: arn:aws:states:::lambda:invoke, Next: b }
                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          error: an ARN stands in quotes
          help: write `"arn:aws:states:::lambda:invoke"`
        a: Task { Resource: arn:aws:states:::lambda:invoke, Next: b }
                                                                  ^
          error: [unknown-target] `a` goes to `b`, which is not a state of this machine
          help: the states here are `a`
    "#]]);
    check("a: Task { Resource: arn:aws:lambda:us-east-1:1:function:*, End: true }", expect![[r#"
        a: Task { Resource: arn:aws:lambda:us-east-1:1:function:*, End: true }
                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          error: `arn:aws:lambda:us-east-1:1:function:` is not whole
          help: after a `.`, the name of a parameter follows
    "#]]);
    check("a: Task { Resource: bill_customer, End: true }", expect![[r#"
        a: Task { Resource: bill_customer, End: true }
                            ^^^^^^^^^^^^^
          error: expected a resource, found `bill_customer`
          help: a function of the stack is written as `bill_customer.arn`
          help: a service integration is written as `batch:submitJob.sync`
          help: an ARN stands in quotes
    "#]]);
    check("a: Task { Resource: bill-customer, End: true }", expect![[r#"
        a: Task { Resource: bill-customer, End: true }
                            ^^^^^^^^^^^^^
          error: expected a resource, found `bill-customer`
          help: a function of the stack is written as `bill-customer.arn`
          help: a service integration is written as `batch:submitJob.sync`
          help: an ARN stands in quotes
    "#]]);
    check("a: Task { Resource: batch::submitJob, End: true }", expect![[r#"
        a: Task { Resource: batch::submitJob, End: true }
                            ^^^^^^^^^^^^^^^^
          error: the parts of a service integration are separated by one `:`
          help: write `batch:submitJob`
    "#]]);
    check("a: Task { Resource: batch:, End: true }", expect![[r#"
        a: Task { Resource: batch:, End: true }
                            ^^^^^^
          error: `batch:` is not whole
          help: after a `.`, the name of a parameter follows
    "#]]);
    check("a: Task { Resource: batch:submitJob.sync!, End: true }", expect![[r#"
        a: Task { Resource: batch:submitJob.sync!, End: true }
                            ^^^^^^^^^^^^^^^^^^^^^
          error: `batch:submitJob.sync!` is not a resource of a task
          help: a service integration is written as `batch:submitJob.sync`
          help: quote it: `"batch:submitJob.sync!"`
    "#]]);
}

#[test]
fn shapes_of_values() {
    check("a: Pass { End: yes }, b: Wait { Seconds: TEN, End: true }, c: Task { Resource: f.arn, Retry: none, End: true },
        d: Map { ItemProcessor: processor, End: true }, e: foo.bar, f: Task(Resource: 1), g: Task [], h: nothing", expect![[r#"
            a: Pass { End: yes }, b: Wait { Seconds: TEN, End: true }, c: Task { Resource: f.arn, Retry: none, End: true },
                           ^^^
              error: expected `true` or `false`, found `yes`
              help: a Rust expression stands in parentheses: `(yes)`
            a: Pass { End: yes }, b: Wait { Seconds: TEN, End: true }, c: Task { Resource: f.arn, Retry: none, End: true },
                                                     ^^^
              error: expected a number, found `TEN`
              help: a Rust expression stands in parentheses: `(TEN)`
            a: Pass { End: yes }, b: Wait { Seconds: TEN, End: true }, c: Task { Resource: f.arn, Retry: none, End: true },
                                                                                                         ^^^^
              error: expected a list, found `none`
              help: a retrier stands in braces, and the list in brackets: `[{ .. }]`
            d: Map { ItemProcessor: processor, End: true }, e: foo.bar, f: Task(Resource: 1), g: Task [], h: nothing
                                    ^^^^^^^^^
              error: expected an item processor, found `processor`
              help: it stands in braces: `{ .. }`
            d: Map { ItemProcessor: processor, End: true }, e: foo.bar, f: Task(Resource: 1), g: Task [], h: nothing
                                                               ^^^^^^^
              error: [wrong-type] the state `e` is an object, not a reference
            d: Map { ItemProcessor: processor, End: true }, e: foo.bar, f: Task(Resource: 1), g: Task [], h: nothing
                                                                           ^^^^^^^^^^^^^^^^^
              error: the fields of a state stand in braces
              help: write `Task { .. }`
            d: Map { ItemProcessor: processor, End: true }, e: foo.bar, f: Task(Resource: 1), g: Task [], h: nothing
                                                                                                 ^^^^^^^
              error: the fields of a state stand in braces
              help: write `Task { .. }`
            d: Map { ItemProcessor: processor, End: true }, e: foo.bar, f: Task(Resource: 1), g: Task [], h: nothing
                                                                                                             ^^^^^^^
              error: [unknown-state-type] `h` is of the type `nothing`, which does not exist
              help: the types are `Task`, `Pass`, `Choice`, `Wait`, `Succeed`, `Fail`, `Parallel`, `Map`
        "#]]);
}

#[test]
fn expressions() {
    check("a: Pass { Result: (), End: true }", expect![[r#"
        a: Pass { Result: (), End: true }
                          ^^
          error: the parentheses hold no expression
    "#]]);
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
              help: a Rust expression stands in parentheses: `(foo)`
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
              error: [unknown-state-type] `c` is of the type `Pas`, which does not exist
              help: did you mean `Pass`?
        "#]],
    );
}

#[test]
fn doc_comments() {
    check(
        "/// One.
        a: Pass { Comment: \"two\", End: true }",
        expect![[r#"
            a: Pass { Comment: "two", End: true }
                      ^^^^^^^
              error: the doc comment is the `Comment` already
              help: keep one of the two
        "#]],
    );
    check(
        "a: Pass {
            /// No.
            End: true }",
        expect![[r#"
            /// No.
            ^^^^^^^
              error: a doc comment stands on the machine or on a state
              help: write it with `//`
        "#]],
    );
    check(
        "a: Pass { End: true },
        /// For nothing.
        ",
        expect![[r#"
            } }
            ^
              error: expected a key after the attribute
        "#]],
    );
    check_all("/// One.\nM { Comment: \"two\", StartAt: a, States: { a: Succeed } }", expect![[r#""#]]);
}

#[test]
fn attributes_of_states() {
    check("#[cfg(test)] a: Pass { End: true }", expect![[r#"
        #[cfg(test)] a: Pass { End: true }
        ^^^^^^^^^^^^
          error: this attribute has no meaning here
          help: a state can have a doc comment and `#[allow(stack::rule-id)]`
    "#]]);
    check("#[allow] a: Pass { End: true }", expect![[r#"
        #[allow] a: Pass { End: true }
        ^^^^^^^^
          error: `allow` names no rule
          help: write `#[allow(stack::rule-id)]`
    "#]]);
    check("#[allow()] a: Pass { End: true }", expect![[r#"
        #[allow()] a: Pass { End: true }
        ^^^^^^^^^^
          error: `allow` names no rule
          help: write `#[allow(stack::rule-id)]`
    "#]]);
    check(
        "#[allow(dead_code, stack::no-such-rule, stack::unknown-target)] a: Pass { End: true }",
        expect![[r#"
            #[allow(dead_code, stack::no-such-rule, stack::unknown-target)] a: Pass { End: true }
                    ^^^^^^^^^
              error: `dead_code` is not a rule of `stack`
              help: write `stack::rule-id`
              help: lints of Rust are allowed outside of the macro, on its module
            #[allow(dead_code, stack::no-such-rule, stack::unknown-target)] a: Pass { End: true }
                               ^^^^^^^^^^^^^^^^^^^
              error: [unknown-rule] there is no rule `no-such-rule`
            #[allow(dead_code, stack::no-such-rule, stack::unknown-target)] a: Pass { End: true }
                                                    ^^^^^^^^^^^^^^^^^^^^^
              error: [not-silenceable] `unknown-target` is an error, which cannot be allowed
              help: AWS refuses it, or no execution gets past it
        "#]],
    );
    check("#[allow(stack::redundant-end, state = \"a\")] a: Pass { End: true }", expect![[r##"
        #[allow(stack::redundant-end, state = "a")] a: Pass { End: true }
                                              ^^^
          error: `state` says where an allowance holds, but this one stands on a state
          help: leave it out
    "##]]);
    check("#![allow(stack::redundant-end)] a: Pass { End: true }", expect![[r#"
        #![allow(stack::redundant-end)] a: Pass { End: true }
         ^
          error: an attribute stands in front of what it is for: `#[..]`
    "#]]);
    check("# a: Pass { End: true }", expect![[r#"
        # a: Pass { End: true }
          ^
          error: expected `[` after `#`, found `a`
    "#]]);
}

#[test]
fn allowances() {
    let text = "a: Pass { Next: b, End: false }, b: Pass { Next: c, End: false }, c: Succeed";
    check(&format!("#[allow(stack::redundant-end)] {text}"), expect![[r#"
        #[allow(stack::redundant-end)] a: Pass { Next: b, End: false }, b: Pass { Next: c, End: false }, c: Succeed
                                                                                           ^^^
          warning: [redundant-end] `End: false` beside `Next` says nothing
          help: remove it
    "#]]);
    assert_eq!(
        rendered(&format!("#[allow(stack::redundant-end)] M {{ StartAt: a, States: {{ {text} }} }}")),
        ""
    );
}

#[test]
fn references_need_a_stack() {
    check_all(
        "M { StartAt: a, States: { a: Task { Resource: f.arn, Next: b }, b: Task { Resource: g.arn, End: true } } }",
        expect![[r#"
            M { StartAt: a, States: { a: Task { Resource: f.arn, Next: b }, b: Task { Resource: g.arn, End: true } } }
                                                          ^^^^^
              error: `f.arn` refers to a resource, but `M` names no stack
              help: write `M in MyStack`, where `MyStack` is the struct with `#[derive(Stack)]`
        "#]],
    );
    check_all(
        "M { StartAt: a, States: { a: Pass { Result: \"$Param('f', 'arn')\", End: true } } }",
        expect![[r#"
            M { StartAt: a, States: { a: Pass { Result: "$Param('f', 'arn')", End: true } } }
                                                        ^^^^^^^^^^^^^^^^^^^^
              error: `$Param('f', 'arn')` refers to a resource, but `M` names no stack
              help: write `M in MyStack`, where `MyStack` is the struct with `#[derive(Stack)]`
        "#]],
    );
}

#[test]
fn references_in_strings() {
    check(
        "a: Pass { Result: [\"$ResourceParam('f')\", \"$Param(f, arn)\", \"$Param('f', 'arn') x\",
        \"$CfResourceParam('f', 'arn')\"], End: true }",
        expect![[r#"
            a: Pass { Result: ["$ResourceParam('f')", "$Param(f, arn)", "$Param('f', 'arn') x",
                               ^^^^^^^^^^^^^^^^^^^^^
              error: `$ResourceParam` takes two names, a resource and a parameter, but there are 1
              help: write `$ResourceParam('resourceName', 'arn')`
            a: Pass { Result: ["$ResourceParam('f')", "$Param(f, arn)", "$Param('f', 'arn') x",
                                                      ^^^^^^^^^^^^^^^^
              error: the arguments of `$Param` are names in single quotes
              help: write `$ResourceParam('resourceName', 'arn')`
            a: Pass { Result: ["$ResourceParam('f')", "$Param(f, arn)", "$Param('f', 'arn') x",
                                                                        ^^^^^^^^^^^^^^^^^^^^^^
              error: `$Param(..)` has to be the whole string
              help: write `$ResourceParam('resourceName', 'arn')`
            "$CfResourceParam('f', 'arn')"], End: true }
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              error: `$CfResourceParam` is not supported
              help: for an attribute of an underlying CloudFormation resource, write `$Param('resourceName', 'LambdaFunction::Arn')`
        "#]],
    );
}

#[test]
fn headers() {
    check_all("", expect![[r#"

        ^
          error: expected the machine's name, found the end
          help: a machine is declared as `Name { .. }`, or `Name in MyStack { .. }` if it refers to resources
    "#]]);
    check_all("{ StartAt: a }", expect![[r#"
        { StartAt: a }
        ^^^^^^^^^^^^^^
          error: expected the machine's name, found `{`
          help: a machine is declared as `Name { .. }`, or `Name in MyStack { .. }` if it refers to resources
    "#]]);
    check_all("M StartAt: a", expect![[r#"
        M StartAt: a
          ^^^^^^^
          error: expected the definition of `M`, found `StartAt`
          help: it is written as `M { .. }`, or `M = "file.asl.json"`
    "#]]);
    check_all("M in { StartAt: a, States: { a: Succeed } }", expect![[r#"
        M in { StartAt: a, States: { a: Succeed } }
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          error: expected the path of a stack after `in`, found `{`
    "#]]);
    check_all("M in a: b { StartAt: a, States: { a: Succeed } }", expect![[r#"
        M in a: b { StartAt: a, States: { a: Succeed } }
              ^
          error: expected the definition of `M`, found `:`
          help: it is written as `M { .. }`, or `M = "file.asl.json"`
    "#]]);
    check_all("M = { StartAt: a, States: { a: Succeed } }", expect![[r#"
        M = { StartAt: a, States: { a: Succeed } }
            ^
          error: no `=` stands before a definition in braces
    "#]]);
    check_all("M { StartAt: a, States: { a: Succeed } } N { }", expect![[r#"
        M { StartAt: a, States: { a: Succeed } } N { }
                                                 ^
          error: one `state_machine!` holds one machine, but `N` follows
          help: give the next machine a `state_machine!` of its own
    "#]]);
    check_all("M = FILE", expect![[r#"
        M = FILE
            ^^^^
          error: expected a string literal
          help: name the file itself: `"workflows/name.asl.json"`, relative to `Cargo.toml`
    "#]]);
    check_all(
        "#[express] #[express] #[cfg(test)] #[derive(Debug)] #[stack] M { StartAt: a, States: { a: Succeed } }",
        expect![[r#"
            #[express] #[express] #[cfg(test)] #[derive(Debug)] #[stack] M { StartAt: a, States: { a: Succeed } }
                       ^^^^^^^^^^
              error: `#[express]` stands here twice
            #[express] #[express] #[cfg(test)] #[derive(Debug)] #[stack] M { StartAt: a, States: { a: Succeed } }
                                  ^^^^^^^^^^^^
              error: `cfg` has no effect here
              help: put it in front of `state_machine!`
            #[express] #[express] #[cfg(test)] #[derive(Debug)] #[stack] M { StartAt: a, States: { a: Succeed } }
                                               ^^^^^^^^^^^^^^^^
              error: this attribute has no meaning here
              help: a machine can have a doc comment, `#[express]`, `#[allow(stack::rule-id)]` and `#[stack(crate = path)]`
            #[express] #[express] #[cfg(test)] #[derive(Debug)] #[stack] M { StartAt: a, States: { a: Succeed } }
                                                                ^^^^^^^^
              error: expected `#[stack(crate = path)]`
        "#]],
    );
}
