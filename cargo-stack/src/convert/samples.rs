//! Values that compile, for those that are known only at deployment.

use crate::placeholder;
use crate::shapes::Fields;
use stack_core::json::{Json, Node};
use stack_core::language::spec::Shape;
use stack_core::language::states::container;

/// What stands for a text with a placeholder where no text can stand; none where one can.
fn sample(text: &str, shape: Shape) -> Option<Json<'static>> {
    let string = |text: String| Some(Json::String(text.into()));
    let number = |number: String| Some(Json::Number(number.into()));
    match shape {
        _ if !placeholder::is_in(text) => None,
        Shape::Integer(low, high) => number(60.clamp(low, high).to_string()),
        Shape::Number(low, high) => number(2_f64.clamp(low, high).to_string()),
        Shape::Bool => Some(Json::Bool(true)),
        Shape::Word(words) => string((*words.first()?).into()),
        Shape::Timestamp => string("2030-01-01T00:00:00Z".into()),
        _ => None,
    }
}

/// Puts samples into a definition, so that nothing but what is known of it is checked.
pub(super) fn fill(root: &mut Node<'_>) {
    members(root, Fields::Of(&container::MACHINE));
}

fn members(node: &mut Node<'_>, fields: Fields) {
    let Json::Object(members) = &mut node.json else { return };
    for member in members {
        value(&mut member.value, fields.shape(&member.key.value));
    }
}

fn value(node: &mut Node<'_>, shape: Shape) {
    match (&mut node.json, shape) {
        (Json::String(text), _) => {
            if let Some(sample) = sample(text, shape) {
                node.json = sample;
            }
        }
        (Json::Array(items), Shape::List(spec) | Shape::PossiblyEmptyList(spec)) => {
            items.iter_mut().for_each(|item| members(item, Fields::Of(spec)));
        }
        (Json::Object(states), Shape::States) => {
            for state in states {
                let fields = Fields::of_state(&state.value);
                members(&mut state.value, fields);
            }
        }
        (Json::Object(_), Shape::Object(spec) | Shape::List(spec) | Shape::PossiblyEmptyList(spec)) => {
            members(node, Fields::Of(spec));
        }
        _ => {}
    }
}
