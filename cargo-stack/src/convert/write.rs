//! The definition, member by member: the core's tables say where a bare word is enough.

use crate::convert::layout::{Item, Piece};
use crate::convert::words;
use crate::placeholder;
use stack_core::json::{Json, Member, Node};
use stack_core::model::MachineType;
use stack_core::spec::{Shape, Spec, state_field};
use stack_core::states::{StateKind, container};

/// What the members of an object are.
#[derive(Clone, Copy)]
enum Fields {
    Of(&'static Spec),
    State(StateKind),
    Payload,
}

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
    Piece::braces(&format!("{name} "), items, true).print(4, 4, &mut text);
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
    let field = match fields {
        Fields::Of(spec) => spec.field(key),
        Fields::State(kind) => kind.spec().field(key).or_else(|| state_field(key)),
        Fields::Payload => None,
    };
    let shape = field.map_or(Shape::Payload, |field| field.shape);
    let unknown = member.value.as_str().filter(|text| placeholder::is_in(text));
    let notes = match (shape, unknown) {
        (Shape::Resource, Some(text)) if words::integration(text).is_none() => {
            vec![format!("// `{text}` in the original: put a reference to the resource here.")]
        }
        _ => Vec::new(),
    };
    Item { notes, key: format!("{}: ", words::name(key)), value: value(&member.value, shape) }
}

fn value(node: &Node<'_>, shape: Shape) -> Piece {
    match &node.json {
        Json::Bool(true) => Piece::text("true"),
        Json::Bool(false) => Piece::text("false"),
        Json::Number(digits) => Piece::text(digits.as_ref()),
        Json::String(text) => Piece::text(string(text, shape)),
        Json::Array(items) => {
            let shape = match shape {
                Shape::List(spec) | Shape::OpenList(spec) => Shape::Object(spec),
                Shape::ErrorNames => Shape::ErrorName,
                _ => Shape::Payload,
            };
            Piece::brackets(items.iter().map(|item| Item::bare(value(item, shape))).collect())
        }
        Json::Object(members) => match shape {
            Shape::States => Piece::braces("", members.iter().map(state).collect(), true),
            Shape::Object(spec) | Shape::List(spec) | Shape::OpenList(spec) => {
                let open = spec.field("States").is_some();
                Piece::braces("", members.iter().map(|it| member(it, Fields::Of(spec))).collect(), open)
            }
            _ => Piece::braces("", members.iter().map(|it| member(it, Fields::Payload)).collect(), false),
        },
        // A checked definition that was read from a text has neither holes nor unreadable parts.
        Json::Null | Json::Hole(_) | Json::Broken => Piece::text("null"),
    }
}

fn string(text: &str, shape: Shape) -> String {
    match shape {
        Shape::StateName | Shape::Word(_) => words::name(text),
        Shape::ErrorName | Shape::ErrorNames => words::error_name(text),
        Shape::Resource => match words::integration(text) {
            Some(name) => name.into(),
            None if placeholder::is_in(text) => words::literal(&words::sample_arn(text)),
            None => words::literal(text),
        },
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
        Piece::text(kind.name())
    } else {
        Piece::braces(&format!("{} ", kind.name()), items, false)
    };
    Item { notes, key, value }
}
