//! Headers and attributes: what is said and on which token.

use super::{expand, rendered, states};
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
fn a_doc_comment_is_the_comment_of_a_machine_or_state_alone() {
    check(
        "/// One.
        a: Pass { Comment: \"two\", End: true }",
        expect![[r#"
            a: Pass { Comment: "two", End: true }
                      ^^^^^^^
              error: the doc comment already is the `Comment`
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
              error: a doc comment belongs on the machine or on a state
              help: for a comment here, use `//`
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
    check_all(
        "/// One.\nM { Comment: \"two\", StartAt: a, States: { a: Succeed } }",
        expect![[r#"
            M { Comment: "two", StartAt: a, States: { a: Succeed } }
                ^^^^^^^
              error: the doc comment already is the `Comment`
              help: keep one of the two
        "#]],
    );
}

#[test]
fn attributes_without_a_meaning_are_reported() {
    check(
        "#[cfg(test)] a: Pass { End: true }",
        expect![[r#"
        #[cfg(test)] a: Pass { End: true }
        ^^^^^^^^^^^^
          error: this attribute has no meaning here
          help: a state can have a doc comment and `#[allow(stack::rule-id)]`
    "#]],
    );
    check(
        "#[allow] a: Pass { End: true }",
        expect![[r#"
        #[allow] a: Pass { End: true }
        ^^^^^^^^
          error: `allow` names no rule
          help: write `#[allow(stack::rule-id)]`
    "#]],
    );
    check(
        "#[allow()] a: Pass { End: true }",
        expect![[r#"
        #[allow()] a: Pass { End: true }
        ^^^^^^^^^^
          error: `allow` names no rule
          help: write `#[allow(stack::rule-id)]`
    "#]],
    );
    check(
        "#[allow(dead_code, stack::no-such-rule, stack::unknown-target)] a: Pass { End: true }",
        expect![[r#"
            #[allow(dead_code, stack::no-such-rule, stack::unknown-target)] a: Pass { End: true }
                    ^^^^^^^^^
              error: `dead_code` is not a rule of `stack`
              help: write `stack::rule-id`
              help: to allow a lint of Rust, put `#[allow]` outside the macro, on its module
            #[allow(dead_code, stack::no-such-rule, stack::unknown-target)] a: Pass { End: true }
                               ^^^^^^^^^^^^^^^^^^^
              error: [unknown-rule] there is no rule `no-such-rule`
            #[allow(dead_code, stack::no-such-rule, stack::unknown-target)] a: Pass { End: true }
                                                    ^^^^^^^^^^^^^^^^^^^^^
              error: [not-silenceable] `unknown-target` is an error, which cannot be allowed
              help: AWS refuses it, or no execution gets past it
        "#]],
    );
    check(
        "#[allow(stack::redundant-end, state = \"a\")] a: Pass { End: true }",
        expect![[r##"
            #[allow(stack::redundant-end, state = "a")] a: Pass { End: true }
                                                  ^^^
              error: `state` is for an `allow` on the machine, but this one is on a state
              help: leave it out
        "##]],
    );
    check(
        "#![allow(stack::redundant-end)] a: Pass { End: true }",
        expect![[r#"
            #![allow(stack::redundant-end)] a: Pass { End: true }
             ^
              error: an inner attribute has no meaning here: write `#[..]` in front of what it is for
        "#]],
    );
    check(
        "# a: Pass { End: true }",
        expect![[r#"
        # a: Pass { End: true }
          ^
          error: expected `[` after `#`, found `a`
    "#]],
    );
}

#[test]
fn an_allowance_holds_for_its_state_or_machine() {
    let text = "a: Pass { Next: b, End: false }, b: Pass { Next: c, End: false }, c: Succeed";
    check(
        &format!("#[allow(stack::redundant-end)] {text}"),
        expect![[r#"
            #[allow(stack::redundant-end)] a: Pass { Next: b, End: false }, b: Pass { Next: c, End: false }, c: Succeed
                                                                                               ^^^
              warning: [redundant-end] `End: false` has no effect next to `Next`
              help: remove it
        "#]],
    );
    assert_eq!(
        rendered(&format!("#[allow(stack::redundant-end)] M {{ StartAt: a, States: {{ {text} }} }}")),
        ""
    );
}

#[test]
fn what_is_wrong_with_a_header_is_reported_with_its_form() {
    check_all(
        "",
        expect![[r#"

        ^
          error: expected the machine's name, found the end
          help: a machine is declared as `Name { .. }`, or `Name in MyStack { .. }` if it refers to resources
    "#]],
    );
    check_all(
        "{ StartAt: a }",
        expect![[r#"
        { StartAt: a }
        ^^^^^^^^^^^^^^
          error: expected the machine's name, found `{`
          help: a machine is declared as `Name { .. }`, or `Name in MyStack { .. }` if it refers to resources
    "#]],
    );
    check_all(
        "M StartAt: a",
        expect![[r#"
        M StartAt: a
          ^^^^^^^
          error: expected the definition of `M`, found `StartAt`
          help: it is written as `M { .. }`, or `M = "file.asl.json"`
    "#]],
    );
    check_all(
        "M in { StartAt: a, States: { a: Succeed } }",
        expect![[r#"
        M in { StartAt: a, States: { a: Succeed } }
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          error: expected the path of a stack after `in`, found `{`
    "#]],
    );
    check_all(
        "M in a: b { StartAt: a, States: { a: Succeed } }",
        expect![[r#"
        M in a: b { StartAt: a, States: { a: Succeed } }
              ^
          error: expected the definition of `M`, found `:`
          help: it is written as `M { .. }`, or `M = "file.asl.json"`
    "#]],
    );
    check_all(
        "M = { StartAt: a, States: { a: Succeed } }",
        expect![[r#"
            M = { StartAt: a, States: { a: Succeed } }
                ^
              error: a definition in braces has no `=` before it
        "#]],
    );
    check_all(
        "M { StartAt: a, States: { a: Succeed } } N { }",
        expect![[r#"
        M { StartAt: a, States: { a: Succeed } } N { }
                                                 ^
          error: one `state_machine!` holds one machine, but `N` follows
          help: give the next machine a `state_machine!` of its own
    "#]],
    );
    check_all(
        "M = FILE",
        expect![[r#"
        M = FILE
            ^^^^
          error: expected a string literal
          help: name the file itself: `"workflows/name.asl.json"`, relative to `Cargo.toml`
    "#]],
    );
    check_all(
        "#[express] #[express] #[cfg(test)] #[derive(Debug)] #[stack] M { StartAt: a, States: { a: Succeed } }",
        expect![[r#"
            #[express] #[express] #[cfg(test)] #[derive(Debug)] #[stack] M { StartAt: a, States: { a: Succeed } }
                       ^^^^^^^^^^
              error: `#[express]` is written twice
            #[express] #[express] #[cfg(test)] #[derive(Debug)] #[stack] M { StartAt: a, States: { a: Succeed } }
                                  ^^^^^^^^^^^^
              error: `cfg` has no effect here
              help: put it in front of `state_machine!`
            #[express] #[express] #[cfg(test)] #[derive(Debug)] #[stack] M { StartAt: a, States: { a: Succeed } }
                                               ^^^^^^^^^^^^^^^^
              error: this attribute has no meaning here
              help: a machine can have a doc comment, `#[express]`, `#[allow(stack::rule-id)]`, `#[substitutions(Name = resource.arn)]` and `#[stack(crate = path)]`
            #[express] #[express] #[cfg(test)] #[derive(Debug)] #[stack] M { StartAt: a, States: { a: Succeed } }
                                                                ^^^^^^^^
              error: expected `#[stack(crate = path)]`
        "#]],
    );
}

#[test]
fn a_keyword_for_a_name_is_one_fault() {
    expect![[r#"
        fn { StartAt: a, States: { a: Succeed } }
        ^^
          error: expected the machine's name, found the keyword `fn`
          help: a machine is declared as `Name { .. }`, or `Name in MyStack { .. }` if it refers to resources
    "#]]
    .assert_eq(&rendered("fn { StartAt: a, States: { a: Succeed } }"));
    expect![[r#"
        pub struct Machine { StartAt: a, States: { a: Succeed } }
            ^^^^^^
          error: expected the machine's name, found the keyword `struct`
          help: a machine is declared as `Name { .. }`, or `Name in MyStack { .. }` if it refers to resources
    "#]]
    .assert_eq(&rendered("pub struct Machine { StartAt: a, States: { a: Succeed } }"));
    expect![[r#"
        Self { StartAt: a, States: { a: Succeed } }
        ^^^^
          error: expected the machine's name, found the keyword `Self`
          help: a machine is declared as `Name { .. }`, or `Name in MyStack { .. }` if it refers to resources
    "#]]
    .assert_eq(&rendered("Self { StartAt: a, States: { a: Succeed } }"));
    expect![[r#""#]].assert_eq(&rendered("r#type { StartAt: a, States: { a: Succeed } }"));
}

#[test]
fn a_stack_that_cannot_be_read_is_one_fault() {
    expect![[r#"
        Machine in "Eshop" { StartAt: a, States: { a: Succeed } }
                   ^^^^^^^
          error: expected the path of a stack after `in`, found `"Eshop"`
    "#]]
    .assert_eq(&rendered("Machine in \"Eshop\" { StartAt: a, States: { a: Succeed } }"));
    expect![[r#"
        Machine in
        ^
          error: expected the path of a stack after `in`, found the end
    "#]]
    .assert_eq(&rendered("Machine in"));
    expect![[r#"
        Machine in in { StartAt: a, States: { a: Succeed } }
                   ^^
          error: expected the path of a stack after `in`, found the keyword `in`
    "#]]
    .assert_eq(&rendered("Machine in in { StartAt: a, States: { a: Succeed } }"));
    let parted = expand("Machine in a: :S { StartAt: a, States: { a: Succeed } }");
    assert!(parted.to_string().contains("= a :: S ;"), "{parted}");
    for right in ["crate::a::S", "super::S", "self::gen::S", "::a::r#in"] {
        assert_eq!(rendered(&format!("Machine in {right} {{ StartAt: a, States: {{ a: Succeed }} }}")), "");
    }
}

#[test]
fn what_is_silenced_stands_in_the_expansion_for_the_check_with_values() {
    let allows = |source: &str| {
        let text = super::expand(source).to_string();
        let (_, rest) = text.split_once("const ALLOWS")?;
        rest.split_once("& [")
            .and_then(|(_, rest)| rest.split_once(']'))
            .map(|(list, _)| list.replace(' ', ""))
    };
    assert_eq!(allows("M { StartAt: a, States: { a: Pass { Result: (1), End: true } } }"), None);
    let header = "#[allow(stack::zero-timeout)] #[allow(stack::past-timestamp, state = \"b\")]";
    let states = "#[allow(stack::exposed-secret)] a: Pass { Result: (1), Next: b }, b: Succeed";
    assert_eq!(
        allows(&format!("{header} M {{ StartAt: a, States: {{ {states} }} }}")).as_deref(),
        Some(r#"("zero-timeout",""),("past-timestamp","b"),("exposed-secret","a")"#)
    );
}
