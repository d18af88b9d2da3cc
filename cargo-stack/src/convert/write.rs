//! The definition, member by member: the core's tables say where a bare word is enough.

use crate::convert::layout::{Fragment, Item};
use crate::convert::{substitutions, words};
use crate::shapes::Fields;
use stack_core::json::{Json, Member, Node};
use stack_core::language::MachineType;
use stack_core::language::spec::Shape;
use stack_core::language::states::{StateKind, container};

/// The whole item. The definition was checked.
pub(super) fn machine(
    name: &str,
    kind: MachineType,
    root: &Node<'_>,
    substitutions: &[(String, Option<String>)],
) -> String {
    let members = root.as_object().unwrap_or_default();
    let (notes, items) = documented(members, |member| self::member(member, Fields::Of(&container::MACHINE)));
    let mut text = String::from("stack::state_machine! {");
    for note in notes {
        text.push_str("\n    ");
        text.push_str(&note);
    }
    if kind == MachineType::Express {
        text.push_str("\n    #[express]");
    }
    declare(substitutions, &mut text);
    text.push_str("\n    ");
    Fragment::braces(&format!("{name} "), items, true).print(4, 4, &mut text);
    text.push_str("\n}\n");
    text
}

/// Writes what placeholders stand for; where that is not known, somebody has to say it before it compiles.
fn declare(substitutions: &[(String, Option<String>)], text: &mut String) {
    if substitutions.is_empty() {
        return;
    }
    if substitutions.iter().any(|(_, value)| value.is_none()) {
        text.push_str(
            "\n    // In place of `..`, say what it is: `bill_customer.arn`, `\"text\"` or a number.",
        );
    }
    text.push_str("\n    #[substitutions(");
    for (name, value) in substitutions {
        let value = value.as_ref().map_or("..".into(), |value| words::literal(value));
        text.push_str(&format!("\n        {} = {value},", words::name(name)));
    }
    text.push_str("\n    )]");
}

/// The members, and the one that a doc comment says as well.
fn documented(members: &[Member<'_>], item: impl Fn(&Member<'_>) -> Item) -> (Vec<String>, Vec<Item>) {
    let mut notes = Vec::new();
    let mut items = Vec::new();
    for member in members {
        match member.value.as_str().filter(|text| member.key.value == "Comment" && is_doc(text)) {
            Some(text) => notes.push(format!("/// {text}")),
            None => items.push(item(member)),
        }
    }
    (notes, items)
}

/// Whether a doc comment of one line can say it.
fn is_doc(text: &str) -> bool {
    !text.is_empty()
        && !text.chars().any(words::needs_escape)
        && !words::has_command(text)
        && text.trim() == text
}

fn member(member: &Member<'_>, fields: Fields) -> Item {
    let key = member.key.value.as_ref();
    let shape = fields.shape(key);
    Item { notes: Vec::new(), key: format!("{}: ", words::name(key)), value: value(&member.value, shape) }
}

fn value(node: &Node<'_>, shape: Shape) -> Fragment {
    match &node.json {
        Json::Bool(true) => Fragment::text("true"),
        Json::Bool(false) => Fragment::text("false"),
        Json::Number(digits) => Fragment::text(digits.as_ref()),
        // A Rust expression, which somebody has to write before it compiles.
        Json::String(text) if substitutions::is_expression(text, shape) => {
            Fragment::text(text.replace("${", "(").replace('}', ")"))
        }
        Json::String(text) => Fragment::text(string(text, shape)),
        Json::Array(items) => {
            let shape = match shape {
                Shape::List(spec) | Shape::PossiblyEmptyList(spec) => Shape::Object(spec),
                Shape::ErrorNames => Shape::ErrorName,
                _ => Shape::Payload,
            };
            Fragment::brackets(items.iter().map(|item| Item::bare(value(item, shape))).collect())
        }
        Json::Object(members) => match shape {
            Shape::States => Fragment::braces("", members.iter().map(state).collect(), true),
            Shape::Object(spec) | Shape::List(spec) | Shape::PossiblyEmptyList(spec) => {
                let open = spec.field("States").is_some();
                Fragment::braces("", members.iter().map(|it| member(it, Fields::Of(spec))).collect(), open)
            }
            _ => Fragment::braces("", members.iter().map(|it| member(it, Fields::Payload)).collect(), false),
        },
        // A checked definition that was read from a text has neither holes nor unreadable parts.
        Json::Null | Json::Hole(_) | Json::Broken => Fragment::text("null"),
    }
}

fn string(text: &str, shape: Shape) -> String {
    match shape {
        Shape::StateName | Shape::Word(_) => words::name(text),
        Shape::ErrorName | Shape::ErrorNames => words::error_name(text),
        Shape::Resource => words::integration(text).map_or_else(|| words::literal(text), str::to_owned),
        _ => words::literal(text),
    }
}

/// `name: Task { .. }`
fn state(state: &Member<'_>) -> Item {
    let key = format!("{}: ", words::name(&state.key.value));
    let members = state.value.as_object().unwrap_or_default();
    let kind = state.value.get("Type").and_then(Node::as_str).and_then(StateKind::from_name);
    let Some(kind) = kind else {
        return Item { notes: Vec::new(), key, value: value(&state.value, Shape::Payload) };
    };
    let (notes, items) = documented(members, |it| member(it, Fields::State(kind)));
    let items: Vec<Item> = items.into_iter().filter(|item| item.key != "Type: ").collect();
    let value = if items.is_empty() {
        Fragment::text(kind.name())
    } else {
        Fragment::braces(&format!("{} ", kind.name()), items, false)
    };
    Item { key, value, notes }
}
