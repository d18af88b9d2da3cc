//! The placeholders of a definition, as the header of a `state_machine!` declares them.

use crate::placeholder::UNNAMED_PLACEHOLDER;
use crate::shapes::Fields;
use stack_core::json::interpolation::{self, Notation};
use stack_core::json::{Json, Node};
use stack_core::language::spec::Shape;
use stack_core::language::states::container;
use std::borrow::Cow;

/// Gives each value without a name a name of its own: they stand for different things. False if more than values is not
/// known, so that the definition cannot be written.
pub(super) fn separate(root: &mut Node<'_>) -> bool {
    let mut names = Names { count: 0 };
    names.value(root)
}

struct Names {
    count: usize,
}

impl Names {
    fn value(&mut self, node: &mut Node<'_>) -> bool {
        match &mut node.json {
            Json::String(text) => {
                self.text(text);
                true
            }
            Json::Array(items) => items.iter_mut().all(|item| self.value(item)),
            Json::Object(members) => members.iter_mut().all(|member| {
                self.text(&mut member.key.value);
                self.value(&mut member.value)
            }),
            Json::Hole(_) | Json::Broken => false,
            Json::Null | Json::Bool(_) | Json::Number(_) => true,
        }
    }

    fn text(&mut self, text: &mut Cow<'_, str>) {
        let Some((before, mut rest)) = text.split_once(UNNAMED_PLACEHOLDER) else { return };
        let mut out = before.to_owned();
        loop {
            self.count += 1;
            match self.count {
                1 => out.push_str(UNNAMED_PLACEHOLDER),
                count => out.push_str(&format!("${{value{count}}}")),
            }
            let Some((before, after)) = rest.split_once(UNNAMED_PLACEHOLDER) else { break };
            out.push_str(before);
            rest = after;
        }
        out.push_str(rest);
        *text = out.into();
    }
}

/// Whether a string is a value without a name, where a Rust expression can give it: it may be of any type.
pub(super) fn is_expression(text: &str, shape: Shape) -> bool {
    let inner =
        UNNAMED_PLACEHOLDER.strip_suffix('}').and_then(|start| text.strip_prefix(start)?.strip_suffix('}'));
    inner.is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()))
        && !matches!(shape, Shape::StateName | Shape::Word(_) | Shape::Resource | Shape::States)
}

/// The names of the placeholders, in the order of the definition, each with the text that it stands for, if the template
/// says that.
pub(super) fn of(root: &Node<'_>, values: &[(Cow<'_, str>, Cow<'_, str>)]) -> Vec<(String, Option<String>)> {
    let mut names = Vec::new();
    members(root, Fields::Of(&container::MACHINE), &mut names);
    let value = |name: &String| {
        let (_, text) = values.iter().find(|(known, _)| known.as_ref() == name)?;
        let is_known =
            Notation::Placeholder.holes(text).all(|hole| interpolation::is_pseudo_parameter(hole.name));
        is_known.then(|| text.clone().into_owned())
    };
    names.into_iter().map(|name| (name.clone(), value(&name))).collect()
}

/// The names in the members of an object; a comment has none, since nothing reads it.
fn members(node: &Node<'_>, fields: Fields, names: &mut Vec<String>) {
    for member in node.as_object().unwrap_or_default() {
        let key = member.key.value.as_ref();
        of_text(key, names);
        let shape = fields.shape(key);
        if key != "Comment" || matches!(shape, Shape::Payload) {
            value(&member.value, shape, names);
        }
    }
}

fn value(node: &Node<'_>, shape: Shape, names: &mut Vec<String>) {
    match (&node.json, shape) {
        (Json::String(text), _) if is_expression(text, shape) => {}
        (Json::String(text), _) => of_text(text, names),
        (Json::Array(items), Shape::List(spec) | Shape::PossiblyEmptyList(spec)) => {
            items.iter().for_each(|item| members(item, Fields::Of(spec), names));
        }
        (Json::Array(items), _) => items.iter().for_each(|item| value(item, Shape::Payload, names)),
        (Json::Object(states), Shape::States) => {
            for state in states {
                of_text(&state.key.value, names);
                members(&state.value, Fields::of_state(&state.value), names);
            }
        }
        (Json::Object(_), Shape::Object(spec) | Shape::List(spec) | Shape::PossiblyEmptyList(spec)) => {
            members(node, Fields::Of(spec), names);
        }
        (Json::Object(_), _) => members(node, Fields::Payload, names),
        _ => {}
    }
}

fn of_text(text: &str, names: &mut Vec<String>) {
    for hole in Notation::Placeholder.holes(text) {
        let name = hole.name;
        let is_object =
            text.trim_start().starts_with("{%") && name.contains(':') && name.contains(['\'', ' ']);
        let is_other = interpolation::is_pseudo_parameter(name) || interpolation::is_policy_variable(name);
        if !is_object && !is_other && !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
    }
}
