//! The definition, member by member: the core's tables say where a bare word is enough.

use crate::convert::layout::{Fragment, Item};
use crate::convert::samples;
use crate::convert::words;
use crate::placeholder;
use crate::shapes::Fields;
use stack_core::json::{Json, Member, Node};
use stack_core::language::MachineType;
use stack_core::language::spec::Shape;
use stack_core::language::states::{StateKind, container};

/// The whole item. The definition was checked.
pub(super) fn machine(name: &str, kind: MachineType, root: &Node<'_>) -> String {
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
    text.push_str("\n    ");
    Fragment::braces(&format!("{name} "), items, true).print(4, 4, &mut text);
    text.push_str("\n}\n");
    text
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
    !text.is_empty() && !text.chars().any(words::needs_escape) && text.trim() == text
}

fn member(member: &Member<'_>, fields: Fields) -> Item {
    let key = member.key.value.as_ref();
    let shape = fields.shape(key);
    let notes = if key == "Comment" { Vec::new() } else { notes(&member.value, shape) };
    Item { notes, key: format!("{}: ", words::name(key)), value: value(&member.value, shape) }
}

/// What is said about a text that is known only at deployment.
fn notes(node: &Node<'_>, shape: Shape) -> Vec<String> {
    let Some(text) = node.as_str().filter(|text| placeholder::is_in(text)) else { return Vec::new() };
    let replacement = match shape {
        Shape::Resource if words::integration(text).is_some() => return Vec::new(),
        Shape::Resource => "a reference to the resource",
        _ => "a reference or an expression",
    };
    // A line that a comment can hold.
    let known = if text.chars().any(words::needs_escape) || text.chars().count() > 60 {
        "This text has a placeholder".into()
    } else {
        format!("`{text}`")
    };
    vec![format!("// {known} in the original: {replacement} stands here.")]
}

fn value(node: &Node<'_>, shape: Shape) -> Fragment {
    match &node.json {
        Json::Bool(true) => Fragment::text("true"),
        Json::Bool(false) => Fragment::text("false"),
        Json::Number(digits) => Fragment::text(digits.as_ref()),
        Json::String(text) => match samples::sample(text, shape) {
            Some(sample @ (Json::Number(_) | Json::Bool(_))) => value(&Node::new(sample, node.site), shape),
            Some(Json::String(sample)) => Fragment::text(string(&sample, shape)),
            _ => Fragment::text(string(text, shape)),
        },
        Json::Array(items) => {
            let shape = match shape {
                Shape::List(spec) | Shape::PossiblyEmptyList(spec) => Shape::Object(spec),
                Shape::ErrorNames => Shape::ErrorName,
                _ => Shape::Payload,
            };
            let item = |item| Item { notes: notes(item, shape), ..Item::bare(value(item, shape)) };
            Fragment::brackets(items.iter().map(item).collect())
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
    Item { notes, key, value }
}
