//! The members of a call's parameters that name something, at any depth: roles, and keys of KMS.

use crate::parameters::{ParameterValue, Parameters};
use stack_core::json::Node;
use stack_core::services::sdk::{Action, Kind, Shape, Structure, Type};

/// A member that is given.
#[derive(Debug)]
pub(super) struct Given<'t> {
    /// Its name; that of what is computed as a whole if it may be in there.
    pub(super) name: String,
    /// What it says.
    pub(super) value: ParameterValue<'t>,
    /// Whether something around it is computed, so that it may not be there at all.
    pub(super) is_guess: bool,
}

/// Which members are meant, by their names.
pub(super) type IsMeant = fn(&str) -> bool;

/// How deep structures are gone into. Some hold themselves.
const MAX_DEPTH: usize = 8;
/// How many members are looked at to see whether one is among them.
const MAX_MEMBERS: usize = 2_000;

/// The members that are given.
pub(super) fn given<'t>(
    action: &Action<'_>,
    parameters: &Parameters<'t>,
    is_meant: IsMeant,
) -> Vec<Given<'t>> {
    let mut found = Vec::new();
    if let Some(node) = parameters.node {
        Search { parameters, is_meant }.structure(action.structure(), node, MAX_DEPTH, &mut found);
    }
    found
}

/// Whether the action takes such a member at all.
pub(super) fn takes(action: &Action<'_>, is_meant: IsMeant) -> bool {
    holds_any(action.structure(), is_meant, MAX_DEPTH, &mut MAX_MEMBERS.clone())
}

struct Search<'s, 't> {
    parameters: &'s Parameters<'t>,
    is_meant: IsMeant,
}

impl<'t> Search<'_, 't> {
    fn structure(
        &self,
        structure: Structure<'_>,
        node: &'t Node<'t>,
        depth: usize,
        out: &mut Vec<Given<'t>>,
    ) {
        for member in node.as_object().unwrap_or_default() {
            let (name, values) = self.parameters.of_member(member);
            let Some(known) = structure.parameter(name) else { continue };
            if (self.is_meant)(name) && is_text(&known.shape) {
                for value in values {
                    out.push(Given { name: name.to_owned(), value, is_guess: false });
                }
            } else if (self.is_meant)(name) && is_name_or_arn(&known.shape) {
                let mut values = vec![ParameterValue::unknown()];
                if let Some(members) = member.value.as_object() {
                    values = members.iter().flat_map(|it| self.parameters.of_member(it).1).collect();
                }
                for value in values {
                    out.push(Given { name: name.to_owned(), value, is_guess: false });
                }
            } else {
                self.inside(known.shape, name, &member.value, depth, out);
            }
        }
    }

    fn inside(
        &self,
        shape: Shape<'_>,
        name: &str,
        node: &'t Node<'t>,
        depth: usize,
        out: &mut Vec<Given<'t>>,
    ) {
        let Some(depth) = depth.checked_sub(1) else { return };
        match (shape.resolve(), node.as_object(), node.as_array()) {
            (Type::Structure(structure), Some(_), _) => self.structure(structure, node, depth, out),
            (Type::Map { value, .. }, Some(members), _) => {
                members.iter().for_each(|member| self.inside(value, name, &member.value, depth, out));
            }
            (Type::List { item, .. }, _, Some(items)) => {
                items.iter().for_each(|node| self.inside(item, name, node, depth, out));
            }
            // It is computed.
            (Type::Structure(_) | Type::Map { .. } | Type::List { .. }, None, None)
                if may_hold(shape, self.is_meant, depth, &mut MAX_MEMBERS.clone()) =>
            {
                out.push(Given { name: name.to_owned(), value: ParameterValue::unknown(), is_guess: true });
            }
            _ => {}
        }
    }
}

/// Whether it is an object of a name and an ARN, one of which is given.
fn is_name_or_arn(shape: &Shape<'_>) -> bool {
    match shape.resolve() {
        Type::Structure(structure) => {
            let mut members = structure.parameters().map(|it| it.name.to_string()).peekable();
            members.peek().is_some() && members.all(|name| name == "Arn" || name == "Name")
        }
        _ => false,
    }
}

/// Whether it is any text, or a list of such: the role of one who chats is a word of an enumeration.
fn is_text(shape: &Shape<'_>) -> bool {
    match shape.resolve() {
        Type::List { item, .. } => !matches!(item.resolve(), Type::List { .. }) && is_text(&item),
        Type::Text(text) => text.words().is_none(),
        _ => shape.kind == Kind::Text,
    }
}

fn may_hold(shape: Shape<'_>, is_meant: IsMeant, depth: usize, left: &mut usize) -> bool {
    let Some(depth) = depth.checked_sub(1) else { return false };
    match shape.resolve() {
        Type::Structure(structure) => holds_any(structure, is_meant, depth, left),
        Type::Map { value, .. } => may_hold(value, is_meant, depth, left),
        Type::List { item, .. } => may_hold(item, is_meant, depth, left),
        _ => false,
    }
}

fn holds_any(structure: Structure<'_>, is_meant: IsMeant, depth: usize, left: &mut usize) -> bool {
    for member in structure.parameters() {
        let Some(fewer) = left.checked_sub(1) else { return false };
        *left = fewer;
        let is_one = is_text(&member.shape) || is_name_or_arn(&member.shape);
        if is_one && is_meant(&member.name.to_string()) {
            return true;
        }
        if may_hold(member.shape, is_meant, depth, left) {
            return true;
        }
    }
    false
}
