//! What is written is read again as the same value, by us and by serde_json.

mod checking;

use proptest::prelude::*;
use stack_core::finding::Findings;
use stack_core::json::{Hole, Json, Node, write};

fn number() -> impl Strategy<Value = String> {
    "-?(0|[1-9][0-9]{0,40})(\\.[0-9]{1,20})?([eE][+-]?[0-9]{1,3})?"
}

fn leaf() -> impl Strategy<Value = Node<'static>> {
    prop_oneof![
        Just(Node::from(Json::Null)),
        any::<bool>().prop_map(Node::from),
        number().prop_map(|digits| Node::from(Json::Number(digits.into()))),
        any::<String>().prop_map(Node::from),
    ]
}

fn hole() -> impl Strategy<Value = Node<'static>> {
    let hole = prop_oneof![
        any::<u32>().prop_map(Hole::Reference),
        any::<String>().prop_map(|name| Hole::Integration(name.into())),
        any::<u32>().prop_map(Hole::Expression),
    ];
    hole.prop_map(|hole| Json::Hole(hole).into())
}

fn value(leaf: impl Strategy<Value = Node<'static>> + 'static) -> impl Strategy<Value = Node<'static>> {
    leaf.prop_recursive(5, 60, 8, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..8).prop_map(Node::array),
            prop::collection::vec((any::<String>(), inner), 0..8).prop_map(Node::object),
        ]
    })
}

fn text(node: &Node<'_>, pretty: bool) -> String {
    let mut none = |_: &Hole<'_>, _: &mut String| panic!("the value has no holes");
    if pretty { write::pretty(node, &mut none) } else { write::compact(node, &mut none) }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn values_survive(node in value(leaf()), pretty: bool) {
        let text = text(&node, pretty);
        let out = Findings::new();
        let again = checking::read(&text, &out);
        let findings = out.finish();
        prop_assert!(findings.is_empty(), "{findings:?}");
        prop_assert_eq!(again, node);
        // Numbers that are too large for it are the one thing that serde_json refuses.
        if let Err(error) = serde_json::from_str::<serde_json::Value>(&text) {
            prop_assert!(error.to_string().starts_with("number out of range"), "{error}");
        }
    }

    #[test]
    fn values_with_holes_survive(node in value(prop_oneof![leaf(), hole()])) {
        let (text, holes) = write::beside_holes(&node);
        let holes: Vec<_> = holes.into_iter().map(|(at, hole)| (at, Json::Hole(hole.clone()))).collect();
        let out = Findings::new();
        let again = stack_core::read(&text, &holes, &out);
        let findings = out.finish();
        prop_assert!(findings.is_empty(), "{findings:?}");
        prop_assert_eq!(again, node);
        // Without the table it is a text like any other.
        let out = Findings::new();
        checking::read(&text, &out);
        prop_assert!(out.finish().is_empty());
    }

    #[test]
    fn we_take_for_numbers_what_serde_json_takes(text in "[-+0-9.eE]{1,8}") {
        let theirs = serde_json::from_str::<f64>(&text);
        let too_large = theirs.as_ref().is_err_and(|error| error.to_string().starts_with("number out of range"));
        // It says so before it has looked at the rest, so that `1e999-` is too large, and no number.
        prop_assert!(too_large || stack_core::json::is_number(&text) == theirs.is_ok());
    }

    #[test]
    fn we_read_what_serde_json_reads(text in "[ \\[\\]{}:,\"\\\\a0ntrue1-]{0,12}") {
        let out = Findings::new();
        checking::read(&text, &out);
        let theirs = serde_json::from_str::<serde_json::Value>(&text);
        prop_assert_eq!(out.finish().is_empty(), theirs.is_ok(), "{:?}", theirs);
    }
}

#[test]
fn numbers_keep_their_digits() {
    let digits = ["1e400", "-0", "0.10", "1234567890123456789012345678901234567890", "1E+2"];
    let text = format!("[{}]", digits.join(","));
    let out = Findings::new();
    let root = checking::read(&text, &out);
    assert_eq!(text, self::text(&root, false));
    assert!(out.finish().is_empty());
}

#[test]
fn pretty_text_has_a_line_for_each_member_and_item() {
    let root = Node::object([
        ("a", Node::array([Node::from(1), Node::object::<&str>([])])),
        ("b", Node::array::<Node<'_>>([])),
        ("c\n\u{1}\"", Node::from("\u{7f}/ä\\\t\u{8}\u{c}\r")),
    ]);
    let expected = "{\n  \"a\": [\n    1,\n    {}\n  ],\n  \"b\": [],\n  \"c\\n\\u0001\\\"\": \"\u{7f}/ä\\\\\\t\\b\\f\\r\"\n}";
    assert_eq!(text(&root, true), expected);
    assert_eq!(
        text(&root, false),
        "{\"a\":[1,{}],\"b\":[],\"c\\n\\u0001\\\"\":\"\u{7f}/ä\\\\\\t\\b\\f\\r\"}"
    );
}

#[test]
fn the_text_beside_holes_is_json() {
    let hole = |number| Node::from(Json::Hole(Hole::Expression(number)));
    let root = Node::object([("a", hole(0)), ("b", Node::array([hole(1), Json::Null.into()]))]);
    let (text, holes) = write::beside_holes(&root);
    assert_eq!(text, r#"{"a":null,"b":[null,null]}"#);
    assert_eq!(holes, [(5, &Hole::Expression(0)), (15, &Hole::Expression(1))]);
}

#[test]
fn nothing_in_a_text_is_a_hole_by_itself() {
    for (text, fault) in [
        (r#"{"a": @0}"#, "expected a value, found `@`"),
        (r#"{@0, "a": 1}"#, "expected a key, found `@`"),
        (r#"{@0: 1}"#, "expected a key, found `@`"),
    ] {
        let out = Findings::new();
        let root = checking::read(text, &out);
        assert_eq!(out.finish()[0].message, fault, "{text}");
        assert!(root.is_partial());
    }
}
