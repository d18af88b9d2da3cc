//! Definitions in YAML files: the places are those of the YAML, and all else is as in JSON.

use super::{expand, notes, rendered};
use expect_test::{Expect, expect};

fn check(source: &str, expected: Expect) {
    expected.assert_eq(&rendered(source));
}

#[test]
fn faults_have_the_places_of_the_yaml() {
    check(
        "M in S = \"tests/workflows/faulty.asl.yaml\"",
        expect![[r#"
            M in S = "tests/workflows/faulty.asl.yaml"
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              error: tests/workflows/faulty.asl.yaml:6:15: `$ResourceParam` takes two names, a resource and a parameter, but there are 1
              help: write `$ResourceParam('resourceName', 'arn')`
                  Resource: $ResourceParam('billCustomer')
                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            M in S = "tests/workflows/faulty.asl.yaml"
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              error: tests/workflows/faulty.asl.yaml:7:11: [unknown-target] `bill` goes to `wait a bit`, which is not a state of this machine
              help: the states here are `bill`, `wait a moment`, `done`
                  Next: wait a bit
                        ^^^^^^^^^^
            M in S = "tests/workflows/faulty.asl.yaml"
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              error: tests/workflows/faulty.asl.yaml:8:40: [wrong-type] `Seconds` takes an integer, not a string
              help: leave out the quotes: `10`
                wait a moment: {Type: Wait, Seconds: "10", Next: done}
                                                     ^^^^
            M in S = "tests/workflows/faulty.asl.yaml"
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              error: tests/workflows/faulty.asl.yaml:11:13: [yaml-syntax] the tag `!Sub` has no meaning here
              help: a reference to a resource is `"$ResourceParam('resourceName', 'arn')"`
                  Result: !Sub "${Stage}"
                          ^^^^
        "#]],
    );
}

#[test]
fn warnings_can_be_allowed() {
    check(
        "M in S = \"tests/workflows/warned.asl.yaml\"",
        expect![[r#"
            M in S = "tests/workflows/warned.asl.yaml"
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              warning: tests/workflows/warned.asl.yaml:8:23: [unknown-reserved-error] AWS has no error `States.Oops`, so this never applies
              help: names that start with `States.` are reserved: give your error another name
                    - ErrorEquals: [States.Oops]
                                    ^^^^^^^^^^^
        "#]],
    );
    check(
        "#[allow(stack::unknown-reserved-error, state = \"call\")] M in S = \"tests/workflows/warned.asl.yaml\"",
        expect![""],
    );
}

#[test]
fn attributes_of_the_header_keep_their_tokens() {
    check(
        "/// Twice.\n#[allow(stack::unknown-reserved-eror)]\nM in S = \"tests/workflows/warned.asl.yaml\"",
        expect![[r#"
            M in S = "tests/workflows/warned.asl.yaml"
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              error: tests/workflows/warned.asl.yaml:1:1: the doc comment already is the `Comment`
              help: keep one of the two
              Comment: Two things that are legal.
              ^^^^^^^
            M in S = "tests/workflows/warned.asl.yaml"
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              warning: tests/workflows/warned.asl.yaml:8:23: [unknown-reserved-error] AWS has no error `States.Oops`, so this never applies
              help: names that start with `States.` are reserved: give your error another name
                    - ErrorEquals: [States.Oops]
                                    ^^^^^^^^^^^
            #[allow(stack::unknown-reserved-eror)]
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              error: [unknown-rule] there is no rule `unknown-reserved-eror`
              help: did you mean `unknown-reserved-error`?
        "#]],
    );
}

#[test]
fn references_are_holes_and_the_file_is_watched() {
    let tokens =
        expand("#[allow(stack::unknown-reserved-error)] M in S = \"tests/workflows/warned.asl.yaml\"");
    assert!(notes(&tokens).is_empty());
    let text = tokens.to_string();
    for part in ["\\\"Resource\\\":null", ", 0) ]", "include_bytes", "\"call\"", "States.Oops"] {
        assert!(text.contains(part), "no {part} in {text}");
    }
}
