//! What is written is read again as the same value, by us and by serde_json.

mod checking;

use proptest::prelude::*;
use stack_core::finding::Findings;
use stack_core::json::{Hole, Json, Node, write};

fn number() -> impl Strategy<Value = String> {
    "-?(0|[1-9][0-9]{0,40})(\\.[0-9]{1,20})?([eE][+-]?[0-9]{1,3})?"
}

fn value() -> impl Strategy<Value = Node<'static>> {
    let leaf = prop_oneof![
        Just(Node::from(Json::Null)),
        any::<bool>().prop_map(Node::from),
        number().prop_map(|digits| Node::from(Json::Number(digits.into()))),
        any::<String>().prop_map(Node::from),
    ];
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
    fn values_survive(node in value(), pretty: bool) {
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
fn holes_are_read_and_written_by_their_owner() {
    let hole = |number| (number < 2).then_some(Json::Hole(Hole::Expression(number)));
    let out = Findings::new();
    let root = stack_core::read(r#"{"a": @0, "b": [@1]}"#, &hole, &out);
    assert!(out.finish().is_empty());
    let mut write = |hole: &Hole<'_>, text: &mut String| text.push_str(&format!("<{hole:?}>"));
    assert_eq!(write::compact(&root, &mut write), r#"{"a":<Expression(0)>,"b":[<Expression(1)>]}"#);

    let out = Findings::new();
    let root = stack_core::read(r#"{@0, "a": 1, @1: [2], @1}"#, &hole, &out);
    assert!(out.finish().is_empty() && root.is_partial() && root.get("a").is_some());

    let out = Findings::new();
    let root = stack_core::read(r#"[1, @7]"#, &hole, &out);
    assert_eq!(out.finish()[0].text(), "[json-syntax] expected a value, found `@7`");
    assert_eq!(write::compact(&root, &mut write), "[1,null]");
}
