//! Whole expansions, pretty-printed, in `tests/expand`.

use super::{expand, pretty};
use expect_test::{ExpectFile, expect_file};
use proc_macro2::{TokenStream, TokenTree};

fn check(source: &str, expected: ExpectFile) {
    let tokens = expand(source);
    assert_absolute(tokens.clone());
    let mut text = String::from("//! The expansion of\n//! ```text\n");
    for line in source.lines() {
        text.push_str(format!("//! {}", line.strip_prefix("        ").unwrap_or(line)).trim_end());
        text.push('\n');
    }
    text.push_str("//! ```\n\n");
    expected.assert_eq(&(text + &pretty(tokens)));
}

/// An expansion names nothing that the user's scope may have another meaning for.
fn assert_absolute(tokens: TokenStream) {
    for token in tokens {
        match token {
            TokenTree::Group(group) => assert_absolute(group.stream()),
            TokenTree::Ident(ident) => assert!(ident != "std" && ident != "Some", "{ident}"),
            _ => {}
        }
    }
}

#[test]
fn smallest() {
    check(
        "Smallest { StartAt: done, States: { done: Succeed } }",
        expect_file!["../../tests/expand/smallest.rs"],
    );
}

#[test]
fn eshop() {
    check(
        "/// Hold the product, bill the customer, notify shipment.
        pub(crate) BuyingProcess in shop::Eshop {
            StartAt: checkAndHold,
            States: {
                checkAndHold: Task { Resource: check_and_hold_product.arn, Next: bill },
                bill: Task { Resource: bill_customer.arn, Next: notify },
                notify: Task { Resource: shipment_notification.arn, Next: succeed },
                succeed: Succeed,
            },
        }",
        expect_file!["../../tests/expand/eshop.rs"],
    );
}

#[test]
fn every_kind_of_hole() {
    check(
        r#"#[express] #[stack(crate = workflows)]
        Holes in Reports {
            StartAt: generate,
            TimeoutSeconds: (LIMIT),
            States: {
                generate: Task {
                    Resource: lambda:invoke,
                    Parameters: {
                        FunctionName: upload.lambda_function.arn,
                        Payload: { queue: "$Param('SHARED_GLOBAL', 'BatchOnDemandJobQueue::Arn')", retries: (1 + 2), keyword: type.arn },
                    },
                    Next: upload,
                },
                upload: Task { Resource: "$ResourceParam('upload', 'arn')", End: true },
            },
        }"#,
        expect_file!["../../tests/expand/every_kind_of_hole.rs"],
    );
}

#[test]
fn an_error_leaves_the_items_and_the_names() {
    check(
        "M in S { StartAt: a, States: { a: Task { Resource: f.arn, Next: bb }, b: Pass { Next: a } } }",
        expect_file!["../../tests/expand/an_error_leaves_the_items_and_the_names.rs"],
    );
}

#[test]
fn equal_references_share_a_hole() {
    check(
        r#"M in S { StartAt: a, States: {
            a: Task { Resource: f.arn, Next: b },
            b: Task { Resource: f.arn, Next: c },
            c: Pass { Result: [f.arn, "$Param('f', 'arn')", f.arn], Next: d },
            d: Task { Resource: "$Param('f', 'arn')", Next: e },
            e: Task { Resource: lambda:invoke, Parameters: { FunctionName: "f" }, Next: f },
            f: Task { Resource: lambda:invoke, Parameters: { FunctionName: "f" }, End: true },
        } }"#,
        expect_file!["../../tests/expand/equal_references_share_a_hole.rs"],
    );
}

#[test]
fn an_error_does_not_keep_references_from_being_checked() {
    check(
        r#"M in S { StartAt: a, States: {
            a: Task { Resource: f.arn, Parameters: { limit: (LIMIT) }, Next: bb },
            b: Task { Resource: "$Param('g', 'arn')", Seconds: f.arn, ErrorEqual: [States.ALL], End: true },
        } }"#,
        expect_file!["../../tests/expand/an_error_does_not_keep_references_from_being_checked.rs"],
    );
}

#[test]
fn a_missing_body_leaves_the_items() {
    check("pub M in S", expect_file!["../../tests/expand/a_missing_body_leaves_the_items.rs"]);
}

#[test]
fn a_warning_is_a_deprecated_constant() {
    check(
        "M { StartAt: a, TimeoutSeconds: 0, States: { a: Succeed } }",
        expect_file!["../../tests/expand/a_warning_is_a_deprecated_constant.rs"],
    );
}

#[test]
fn file() {
    check("M in S = \"tests/workflows/small.asl.json\"", expect_file!["../../tests/expand/file.rs"]);
}
