//! What the tables of the optimized integrations say, in one text for a reader to judge: patterns, parameters (those that
//! are required with a `!`) and results.

mod checking;

use expect_test::expect_file;
use serde_json::Value;
use stack_core::services::parameter::{self, Parameter};
use stack_core::services::{ALL, Action};
use std::fmt::Write;

/// Every suffix of an action, the empty one first.
fn suffixes(action: &Action) -> Vec<&'static str> {
    std::iter::once("").chain(action.patterns.iter().map(|pattern| pattern.suffix())).collect()
}

fn required(action: &Action) -> Vec<&'static str> {
    let mut names: Vec<_> = action.parameters.iter().filter(|it| it.required).map(|it| it.name).collect();
    names.sort_unstable();
    names
}

/// Parameters, a line for each, with their members below them.
fn parameters(list: &[Parameter], depth: usize, text: &mut String) {
    for parameter in list {
        let mark = if parameter.required { "!" } else { "" };
        let _ = write!(text, "{}{}{mark}: {}", "  ".repeat(depth), parameter.name, label(&parameter.value));
        if !parameter.or.is_empty() {
            let _ = write!(text, ", or {}", parameter.or.join(", "));
        }
        text.push('\n');
        parameters(members(&parameter.value), depth + 1, text);
    }
}

fn members(value: &parameter::Value) -> &[Parameter] {
    match value {
        parameter::Value::Object(members) => members,
        parameter::Value::List(item) | parameter::Value::Map(item) | parameter::Value::Keyed(_, item) => {
            members(item)
        }
        _ => &[],
    }
}

fn label(value: &parameter::Value) -> String {
    match value {
        parameter::Value::Any => "anything".into(),
        parameter::Value::Text => "text".into(),
        parameter::Value::TextOrJson => "text or JSON".into(),
        parameter::Value::Form(_) => "text of a form".into(),
        parameter::Value::Number => "number".into(),
        parameter::Value::Boolean => "boolean".into(),
        parameter::Value::Word(words) => words.join(" | "),
        parameter::Value::Names(_) => "names a resource".into(),
        parameter::Value::List(item) => format!("list of {}", label(item)),
        parameter::Value::Map(item) => format!("map of {}", label(item)),
        parameter::Value::Keyed(_, item) => format!("map with keys of a form, of {}", label(item)),
        parameter::Value::Attribute => "DynamoDB attribute".into(),
        parameter::Value::Object(_) => "object".into(),
    }
}

#[test]
fn the_tables_say_this() {
    let mut text = String::new();
    for service in ALL {
        for action in service.actions {
            let _ = writeln!(text, "{}:{} {}", service.name, action.name, suffixes(action).join(" "));
            parameters(action.parameters, 1, &mut text);
            if !action.result.is_empty() {
                let _ = writeln!(text, "  gives {}", action.result.join(" "));
            }
        }
    }
    expect_file!["integrations.txt"].assert_eq(&text);
}

/// Where the collection of AWS's documentation is, it adds that the tables say what that says.
#[test]
fn the_tables_agree_with_the_reference() {
    let Some(path) = checking::shared("reference/integrations.json") else { return };
    let reference: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let known = reference["integrations"].as_object().unwrap();
    // Newer than what was collected.
    let collected = || ALL.iter().filter(|service| service.name != "bedrockagentcore");
    assert_eq!(collected().map(|service| service.actions.len()).sum::<usize>(), known.len());
    for service in collected() {
        for action in service.actions {
            let name = format!("{}:{}", service.name, action.name);
            let strings = |value: &Value| -> Vec<String> {
                let items = value.as_array().into_iter().flatten();
                let mut texts: Vec<_> = items.map(|item| item.as_str().unwrap().to_owned()).collect();
                texts.sort_unstable();
                texts
            };
            let mut ours = suffixes(action);
            ours.sort_unstable();
            assert_eq!(ours, strings(&known[&name]["suffixes"]), "{name}");
            assert_eq!(required(action), strings(&known[&name]["parameters"]["required"]), "{name}");
        }
    }
}
