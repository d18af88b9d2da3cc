//! Bare words, references and expressions: what is said where one means nothing.

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
fn a_placeholder_stands_in_quotes() {
    check(
        "a: Wait { Seconds: ${Wait}, End: true }",
        expect![[r#"
        a: Wait { Seconds: ${Wait}, End: true }
                           ^
          error: expected a value, found `$`
          help: a placeholder stands in quotes, where a number belongs, too: `"${Wait}"`
    "#]],
    );
}

#[test]
fn a_word_in_a_payload_is_a_reference_or_a_fault() {
    check(
        "a: Pass { Result: [foo, True, None, foo::BAR, foo(1), foo + 1, $.x, &x, a.b.], Comment: foo, End: TRUE }",
        expect![[r#"
            a: Pass { Result: [foo, True, None, foo::BAR, foo(1), foo + 1, $.x, &x, a.b.], Comment: foo, End: TRUE }
                               ^^^
              error: expected a value, found `foo`
              help: quote it: `"foo"`
              help: a reference names a parameter too: `foo.arn`
              help: a Rust expression goes in parentheses: `(foo)`
            a: Pass { Result: [foo, True, None, foo::BAR, foo(1), foo + 1, $.x, &x, a.b.], Comment: foo, End: TRUE }
                                    ^^^^
              error: expected a value, found `True`
              help: in JSON, write `true`
            a: Pass { Result: [foo, True, None, foo::BAR, foo(1), foo + 1, $.x, &x, a.b.], Comment: foo, End: TRUE }
                                          ^^^^
              error: expected a value, found `None`
              help: in JSON, write `null`
            a: Pass { Result: [foo, True, None, foo::BAR, foo(1), foo + 1, $.x, &x, a.b.], Comment: foo, End: TRUE }
                                                ^^^^^^^^
              error: expected a value, found `foo::BAR`
              help: a Rust expression goes in parentheses: `(foo::BAR)`
              help: a string goes in quotes
            a: Pass { Result: [foo, True, None, foo::BAR, foo(1), foo + 1, $.x, &x, a.b.], Comment: foo, End: TRUE }
                                                          ^^^^^^
              error: expected a value, found `foo(1)`
              help: a Rust expression goes in parentheses: `(foo(1))`
              help: a string goes in quotes
            a: Pass { Result: [foo, True, None, foo::BAR, foo(1), foo + 1, $.x, &x, a.b.], Comment: foo, End: TRUE }
                                                                  ^^^^^^^
              error: expected `,` after `foo`, found `+`
              help: a Rust expression goes in parentheses: `(expr)`
              help: a string goes in quotes
            a: Pass { Result: [foo, True, None, foo::BAR, foo(1), foo + 1, $.x, &x, a.b.], Comment: foo, End: TRUE }
                                                                           ^
              error: expected a value, found `$`
              help: a path goes in quotes: `"$.amount"`
            a: Pass { Result: [foo, True, None, foo::BAR, foo(1), foo + 1, $.x, &x, a.b.], Comment: foo, End: TRUE }
                                                                                ^
              error: expected a value, found `&`
              help: a Rust expression goes in parentheses: `(expr)`
            a: Pass { Result: [foo, True, None, foo::BAR, foo(1), foo + 1, $.x, &x, a.b.], Comment: foo, End: TRUE }
                                                                                    ^^^^
              error: `a.b.` is incomplete
              help: the name of a parameter must follow the `.`
            a: Pass { Result: [foo, True, None, foo::BAR, foo(1), foo + 1, $.x, &x, a.b.], Comment: foo, End: TRUE }
                                                                                                    ^^^
              error: expected a value, found `foo`
              help: quote it: `"foo"`
              help: a reference names a parameter too: `foo.arn`
              help: a Rust expression goes in parentheses: `(foo)`
            a: Pass { Result: [foo, True, None, foo::BAR, foo(1), foo + 1, $.x, &x, a.b.], Comment: foo, End: TRUE }
                                                                                                              ^^^^
              error: expected a value, found `TRUE`
              help: in JSON, write `true`
        "#]],
    );
}

#[test]
fn words_that_cannot_name_a_field_are_reported() {
    check(
        "a: Pass { Result: [self.arn, f.Self], End: true }",
        expect![[r#"
            a: Pass { Result: [self.arn, f.Self], End: true }
                               ^^^^^^^^
              error: expected a value, found `self.arn`
              help: quote it: `"self.arn"`
              help: a Rust expression goes in parentheses: `(self.arn)`
            a: Pass { Result: [self.arn, f.Self], End: true }
                                         ^^^^^^
              error: expected a value, found `f.Self`
              help: quote it: `"f.Self"`
              help: a Rust expression goes in parentheses: `(f.Self)`
        "#]],
    );
}

#[test]
fn a_state_name_of_several_words_must_be_quoted() {
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
fn a_word_of_a_list_is_one_word() {
    check(
        "a: Pass { QueryLanguage: JSON.ata, End: true }, b: Pass { QueryLanguage: \"JSONata\", End: 1 }",
        expect![[r#"
            a: Pass { QueryLanguage: JSON.ata, End: true }, b: Pass { QueryLanguage: "JSONata", End: 1 }
                                     ^^^^^^^^
              error: `JSON.ata` is more than a word
              help: this field takes one of `JSONPath`, `JSONata`
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
fn an_error_name_is_words_and_dots() {
    check(
        "a: Pass { End: true }, b: Map { ItemProcessor: { StartAt: c, States: { c: Succeed } }, End: true,
        Catch: [{ ErrorEquals: [Foo-Bar, a b, x::y, Foo()], Next: a }] }",
        expect![[r#"
            a: Pass { End: true }, b: Map { ItemProcessor: { StartAt: c, States: { c: Succeed } }, End: true,
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
fn a_resource_is_a_reference_an_integration_or_a_quoted_arn() {
    check(
        "a: Task { Resource: arn:aws:states:::lambda:invoke, Next: b }",
        expect![[r#"
            a: Task { Resource: arn:aws:states:::lambda:invoke, Next: b }
                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              error: an ARN goes in quotes
              help: write `"arn:aws:states:::lambda:invoke"`
            a: Task { Resource: arn:aws:states:::lambda:invoke, Next: b }
                                                                      ^
              error: [unknown-target] `a` goes to `b`, which is not a state of this machine
              help: the states here are `a`
        "#]],
    );
    check(
        "a: Task { Resource: arn:aws:lambda:us-east-1:1:function:*, End: true }",
        expect![[r#"
            a: Task { Resource: arn:aws:lambda:us-east-1:1:function:*, End: true }
                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              error: an ARN goes in quotes
              help: write `"arn:aws:lambda:us-east-1:1:function:*"`
        "#]],
    );
    check(
        "a: Task { Resource: bill_customer, End: true }",
        expect![[r#"
            a: Task { Resource: bill_customer, End: true }
                                ^^^^^^^^^^^^^
              error: expected a resource, found `bill_customer`
              help: a function of the stack is written as `bill_customer.arn`
              help: a service integration is written as `batch:submitJob.sync`
              help: an ARN goes in quotes
        "#]],
    );
    check(
        "a: Task { Resource: bill-customer, End: true }",
        expect![[r#"
            a: Task { Resource: bill-customer, End: true }
                                ^^^^^^^^^^^^^
              error: expected a resource, found `bill-customer`
              help: a function of the stack is written as `bill_customer.arn`
              help: a service integration is written as `batch:submitJob.sync`
              help: an ARN goes in quotes
        "#]],
    );
    check(
        "a: Task { Resource: batch::submitJob, End: true }",
        expect![[r#"
        a: Task { Resource: batch::submitJob, End: true }
                            ^^^^^^^^^^^^^^^^
          error: the parts of a service integration are separated by one `:`
          help: write `batch:submitJob`
    "#]],
    );
    check(
        "a: Task { Resource: batch:, End: true }",
        expect![[r#"
            a: Task { Resource: batch:, End: true }
                                ^^^^^^
              error: `batch:` is incomplete
              help: a service integration is written as `batch:submitJob.sync`
        "#]],
    );
    check(
        "a: Task { Resource: batch:submitJob.sync!, End: true }",
        expect![[r#"
        a: Task { Resource: batch:submitJob.sync!, End: true }
                            ^^^^^^^^^^^^^^^^^^^^^
          error: `batch:submitJob.sync!` is not a resource of a task
          help: a service integration is written as `batch:submitJob.sync`
          help: quote it: `"batch:submitJob.sync!"`
    "#]],
    );
}

#[test]
fn a_word_that_does_not_fit_its_field_is_told_what_would() {
    check("a: Pass { End: yes }, b: Wait { Seconds: TEN, End: true }, c: Task { Resource: f.arn, Retry: none, End: true },
        d: Map { ItemProcessor: processor, End: true }, e: foo.bar, f: Task(Resource: 1), g: Task [], h: nothing", expect![[r#"
            a: Pass { End: yes }, b: Wait { Seconds: TEN, End: true }, c: Task { Resource: f.arn, Retry: none, End: true },
                           ^^^
              error: expected `true` or `false`, found `yes`
              help: a Rust expression goes in parentheses: `(yes)`
            a: Pass { End: yes }, b: Wait { Seconds: TEN, End: true }, c: Task { Resource: f.arn, Retry: none, End: true },
                                                     ^^^
              error: expected a number, found `TEN`
              help: a Rust expression goes in parentheses: `(TEN)`
            a: Pass { End: yes }, b: Wait { Seconds: TEN, End: true }, c: Task { Resource: f.arn, Retry: none, End: true },
                                                                                                         ^^^^
              error: expected a list, found `none`
              help: a retrier goes in braces, and the list in brackets: `[{ .. }]`
            d: Map { ItemProcessor: processor, End: true }, e: foo.bar, f: Task(Resource: 1), g: Task [], h: nothing
                                    ^^^^^^^^^
              error: expected an item processor, found `processor`
              help: it goes in braces: `{ .. }`
            d: Map { ItemProcessor: processor, End: true }, e: foo.bar, f: Task(Resource: 1), g: Task [], h: nothing
                                                               ^^^^^^^
              error: [wrong-type] the state `e` must be an object, not a reference
            d: Map { ItemProcessor: processor, End: true }, e: foo.bar, f: Task(Resource: 1), g: Task [], h: nothing
                                                                           ^^^^^^^^^^^^^^^^^
              error: the fields of a state go in braces
              help: write `Task { .. }`
            d: Map { ItemProcessor: processor, End: true }, e: foo.bar, f: Task(Resource: 1), g: Task [], h: nothing
                                                                                                 ^^^^^^^
              error: the fields of a state go in braces
              help: write `Task { .. }`
            d: Map { ItemProcessor: processor, End: true }, e: foo.bar, f: Task(Resource: 1), g: Task [], h: nothing
                                                                                                             ^^^^^^^
              error: [unknown-state-type] `h` has the type `nothing`, which does not exist
              help: the types are `Task`, `Pass`, `Choice`, `Wait`, `Succeed`, `Fail`, `Parallel`, `Map`
        "#]]);
}

#[test]
fn empty_parentheses_are_reported() {
    check(
        "a: Pass { Result: (), End: true }",
        expect![[r#"
        a: Pass { Result: (), End: true }
                          ^^
          error: the parentheses hold no expression
    "#]],
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
fn malformed_references_in_strings_are_reported() {
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
fn what_stands_in_a_field_that_does_not_exist_is_no_fault_of_its_own() {
    check_all(
        "M { StartAt: a, State: { a: Task { Resouce: sqs:sendMessage, Retyr: [{ ErrorEquals: [States.ALL] }], Next: b }, b: Succeed } }",
        expect![[r#"
            M { StartAt: a, State: { a: Task { Resouce: sqs:sendMessage, Retyr: [{ ErrorEquals: [States.ALL] }], Next: b }, b: Succeed } }
                            ^^^^^
              error: [unknown-field] a state machine has no field `State`
              help: did you mean `States`?
        "#]],
    );
    check_all(
        "M { StartAt: a, Steps: { a: Task { Resource: sqs:sendMessage, Next: b }, b: foo(1) }, States: { a: Succeed } }",
        expect![[r#"
            M { StartAt: a, Steps: { a: Task { Resource: sqs:sendMessage, Next: b }, b: foo(1) }, States: { a: Succeed } }
                            ^^^^^
              error: [unknown-field] a state machine has no field `Steps`
              help: its fields are `Comment`, `QueryLanguage`, `Version`, `TimeoutSeconds`, `StartAt`, `States`
        "#]],
    );
}

#[test]
fn a_long_value_is_not_quoted_whole() {
    check(
        "a: Pass { Result: Task { Resource: sqs:sendMessage, Parameters: { QueueUrl: \"x\" } }, End: true }",
        expect![[r#"
            a: Pass { Result: Task { Resource: sqs:sendMessage, Parameters: { QueueUrl: "x" } }, End: true }
                              ^^^^
              error: expected a value, found `Task { .. }`
              help: a Rust expression goes in parentheses: `(Task { .. })`
              help: a string goes in quotes
        "#]],
    );
}

#[test]
fn of_several_words_the_wrong_one_is_marked() {
    check(
        "a: Task { Resource: aws-sdk:s3:getObjct, Next: b }, b: Task { Resource: sns:publish.sync, Parameters: { TopicArn: \"arn:aws:sns:eu-west-1:111122223333:t\", Message: \"x\" }, End: true }",
        expect![[r#"
            a: Task { Resource: aws-sdk:s3:getObjct, Next: b }, b: Task { Resource: sns:publish.sync, Parameters: { TopicArn: "arn:aws:sns:eu-west-1:111122223333:t", Message: "x" }, End: true }
                                           ^^^^^^^^
              error: [unknown-integration] `s3` has no action `getObjct`
              help: did you mean `getObject`?
            a: Task { Resource: aws-sdk:s3:getObjct, Next: b }, b: Task { Resource: sns:publish.sync, Parameters: { TopicArn: "arn:aws:sns:eu-west-1:111122223333:t", Message: "x" }, End: true }
                                                                                               ^^^^^
              error: [unsupported-pattern] `sns:publish` has no `.sync`
              help: leave the suffix out, or use `.waitForTaskToken`
        "#]],
    );
}
