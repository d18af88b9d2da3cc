//! A JSON value that is written as YAML is read as the same value, and the same is found in it.

use proptest::prelude::*;
use stack_core::finding::Findings;
use stack_core::json::write::string;
use stack_core::json::{Json, Node};
use stack_core::language::MachineType;
use std::path::{Path, PathBuf};

/// The value as YAML: blocks, and scalars in each style that can hold them.
fn yaml(node: &Node<'_>) -> String {
    let mut text = String::new();
    block(node, 0, &mut text);
    text
}

/// A value, from behind the `:` or `-` in front of it.
fn block(node: &Node<'_>, indent: usize, text: &mut String) {
    let line = |text: &mut String| text.push_str(&format!("\n{}", " ".repeat(indent)));
    match &node.json {
        Json::Array(items) if items.is_empty() => text.push_str(" []"),
        Json::Object(members) if members.is_empty() => text.push_str(" {}"),
        Json::Array(items) => {
            for item in items {
                line(text);
                text.push('-');
                block(item, indent + 2, text);
            }
        }
        Json::Object(members) => {
            for member in members {
                line(text);
                quoted(&member.key.value, text);
                text.push(':');
                block(&member.value, indent + 2, text);
            }
        }
        Json::String(value) if literal(value) => {
            text.push_str(" |-");
            for value in value.lines() {
                line(text);
                // At the start of a line, `...` ends the document.
                text.push(' ');
                text.push_str(value);
            }
        }
        Json::String(value) => {
            text.push(' ');
            quoted(value, text);
        }
        Json::Number(digits) => text.push_str(&format!(" {digits}")),
        Json::Bool(value) => text.push_str(&format!(" {value}")),
        Json::Null => text.push_str(" null"),
        Json::Hole(_) | Json::Broken => panic!("a value has no holes"),
    }
}

/// A string in one line: plain where it can be, else in quotes.
fn quoted(value: &str, text: &mut String) {
    let plain = value.starts_with(|first: char| first.is_ascii_alphabetic() || first == '$')
        && value.chars().all(|c| c.is_ascii_alphanumeric() || ".$_-()'".contains(c))
        && !["true", "false", "null"].contains(&value.to_lowercase().as_str());
    if plain {
        text.push_str(value);
    } else if value.chars().all(|c| (' '..='~').contains(&c)) && value.len().is_multiple_of(2) {
        text.push_str(&format!("'{}'", value.replace('\'', "''")));
    } else {
        string(value, text);
    }
}

/// Whether a block of lines can hold a string.
fn literal(value: &str) -> bool {
    value.contains('\n')
        && value.lines().all(|line| line.chars().all(|c| (' '..='~').contains(&c)))
        && value.starts_with(|first: char| first.is_ascii_graphic())
        && value.ends_with(|last: char| last.is_ascii_graphic())
        && !value.contains("\r")
}

fn read_json<'a>(text: &'a str, out: &Findings) -> Node<'a> {
    stack_core::read(text, &[], out)
}

fn no_tags(_: &str) -> Result<String, &'static str> {
    Err("leave it out")
}

/// What is found in a definition.
fn findings(root: &Node<'_>, out: Findings) -> Vec<String> {
    let checked = stack_core::check(root, MachineType::Standard, &[], out);
    checked.findings.iter().map(|finding| finding.text()).collect()
}

#[test]
fn workflows_are_the_same_in_yaml() {
    // Our own, and real ones where they are there: those have texts of many kinds in them.
    let mut paths = files("../tests/workflows", "json");
    assert!(paths.len() >= 20);
    paths.extend(files("../../shared/corpus/workflows", "json"));
    for path in paths {
        let name = path.display();
        let text = std::fs::read_to_string(&path).expect("a workflow");
        let (out, out_yaml) = (Findings::new(), Findings::new());
        let json = read_json(&text, &out);
        let text = yaml(&json);
        let (root, table) = stack_yaml::read(&text, &no_tags, &out_yaml);
        assert_eq!(root, json, "{name}");
        assert!(table.iter().all(|range| text.get(range.clone()).is_some()), "{name}");
        assert_eq!(findings(&root, out_yaml), findings(&json, out), "{name}");
    }
}

/// The files of a folder with that ending; none if it is not there.
fn files(folder: &str, extension: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|found| found == extension));
    paths.sort();
    paths
}

/// The other way round: what people write as YAML is the same as JSON.
#[test]
fn yaml_is_the_same_as_json() {
    let paths = files("../tests/workflows", "yaml");
    assert!(paths.len() >= 3);
    for path in paths {
        let name = path.display();
        let text = std::fs::read_to_string(&path).expect("a workflow");
        let (out, out_json) = (Findings::new(), Findings::new());
        let (root, table) = stack_yaml::read(&text, &no_tags, &out);
        assert!(table.iter().all(|range| text.get(range.clone()).is_some()), "{name}");
        let text = stack_core::json::write::pretty(&root, &mut |_, _| panic!("a file has no holes"));
        let json = read_json(&text, &out_json);
        assert_eq!(root, json, "{name}");
        assert_eq!(findings(&root, out), findings(&json, out_json), "{name}");
    }
}

fn value() -> impl Strategy<Value = Node<'static>> {
    let words = "[a-zA-Z0-9 \\n\\t'\":#{}&*!|>%@?,.~\\[\\]\\\\-]{0,12}";
    let leaf = prop_oneof![
        Just(Node::from(Json::Null)),
        any::<bool>().prop_map(Node::from),
        "-?(0|[1-9][0-9]{0,40})(\\.[0-9]{1,20})?([eE][+-]?[0-9]{1,3})?"
            .prop_map(|digits| Node::from(Json::Number(digits.into()))),
        any::<String>().prop_map(Node::from),
        words.prop_map(Node::from),
    ];
    leaf.prop_recursive(5, 60, 8, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..8).prop_map(Node::array),
            prop::collection::vec((words, inner), 0..8).prop_map(Node::object),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn values_survive(node in value()) {
        let text = yaml(&node);
        let out = Findings::new();
        let (root, _) = stack_yaml::read(&text, &no_tags, &out);
        let findings = out.finish();
        prop_assert!(findings.is_empty(), "{findings:?} in\n{text}");
        prop_assert_eq!(root, node, "{}", text);
    }

    #[test]
    fn any_text_is_read_without_a_panic_and_places_are_in_it(text in any_text()) {
        let out = Findings::new();
        let (root, table) = stack_yaml::read(&text, &|name| Ok(name.to_uppercase()), &out);
        prop_assert!(table.iter().all(|range| text.get(range.clone()).is_some()), "{table:?}");
        let checked = stack_core::check(&root, MachineType::Standard, &[], out);
        for finding in &checked.findings {
            prop_assert!(table.get(finding.site.0 as usize).is_some(), "{finding:?}");
        }
    }
}

/// Text of what YAML is made of.
fn any_text() -> impl Strategy<Value = String> {
    let pieces = [
        "a: ",
        "b",
        "\n",
        "\n  ",
        "\n- ",
        "- ",
        "? ",
        ": ",
        "[",
        "]",
        "{",
        "}",
        ", ",
        "&a ",
        "*a",
        "!a ",
        "!!str ",
        "<<: ",
        "'",
        "\"",
        "\\",
        "|\n",
        ">-\n",
        "# x",
        "---",
        "...",
        "%YAML 1.2\n",
        "\t",
        "ä",
        "\u{feff}",
        "~",
        "1",
        "StartAt: a\n",
        "States:\n",
        "Type: Pass\n",
        "\r\n",
        "\u{85}",
        "\0",
    ];
    prop::collection::vec(prop::sample::select(pieces.to_vec()), 0..40).prop_map(|pieces| pieces.concat())
}
