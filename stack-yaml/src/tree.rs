//! Values as wholes: their size, their place, and copies of them.

use stack_core::json::{At, Json, Member, Node, Site};
use std::borrow::Cow;

/// How many values a value consists of, and how many levels.
#[derive(Clone, Copy, Default)]
pub(crate) struct Size {
    pub(crate) values: usize,
    pub(crate) height: usize,
}

/// A value that holds its texts itself.
pub(crate) fn owned(node: Node<'_>) -> Node<'static> {
    let text = |text: Cow<'_, str>| Cow::Owned(text.into_owned());
    let json = match node.json {
        Json::Null => Json::Null,
        Json::Bool(value) => Json::Bool(value),
        Json::Number(digits) => Json::Number(text(digits)),
        Json::String(string) => Json::String(text(string)),
        Json::Array(items) => Json::Array(items.into_iter().map(owned).collect()),
        Json::Object(members) => {
            let member = |it: Member<'_>| {
                let key = At { value: text(it.key.value), site: it.key.site };
                Member { key, value: owned(it.value) }
            };
            Json::Object(members.into_iter().map(member).collect())
        }
        // The reader makes no holes.
        Json::Hole(_) | Json::Broken => Json::Broken,
    };
    Node::new(json, node.site)
}

/// Puts all of a value at one place.
pub(crate) fn put(node: &mut Node<'_>, site: Site) {
    node.site = site;
    match &mut node.json {
        Json::Array(items) => items.iter_mut().for_each(|item| put(item, site)),
        Json::Object(members) => {
            for member in members {
                member.key.site = site;
                put(&mut member.value, site);
            }
        }
        _ => {}
    }
}

/// The size of a value.
pub(crate) fn size(node: &Node<'_>) -> Size {
    let inner = |sizes: &mut dyn Iterator<Item = Size>| {
        let start = Size { values: 1, height: 1 };
        sizes.fold(start, |all, one| Size {
            values: all.values + one.values,
            height: all.height.max(one.height + 1),
        })
    };
    match &node.json {
        Json::Array(items) => inner(&mut items.iter().map(size)),
        Json::Object(members) => inner(&mut members.iter().map(|member| size(&member.value))),
        _ => Size { values: 1, height: 0 },
    }
}
