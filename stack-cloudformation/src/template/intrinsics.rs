//! The logical ids that intrinsic functions name.

use stack_core::json::{Json, Node};

/// The first logical id that the intrinsics in a value name and that is wanted.
pub(crate) fn find_id<'a>(
    node: &'a Node<'static>,
    wanted: &mut dyn FnMut(&'a str) -> bool,
) -> Option<&'a str> {
    match &node.json {
        Json::Array(items) => items.iter().find_map(|item| find_id(item, wanted)),
        Json::Object(members) => match members.as_slice() {
            [only] if only.key.value == "Ref" => only.value.as_str().filter(|id| wanted(id)),
            [only] if only.key.value == "Fn::GetAtt" => {
                let path = only.value.as_str().and_then(|path| path.split('.').next());
                path.or_else(|| only.value.as_array()?.first()?.as_str()).filter(|id| wanted(id))
            }
            [only] if only.key.value == "Fn::Sub" => {
                let parts = only.value.as_array().unwrap_or_default();
                let text = only.value.as_str().or_else(|| parts.first()?.as_str()).unwrap_or_default();
                // Names of its own, and what they stand for.
                let own = parts.get(1);
                let is_own = |name: &str| own.is_some_and(|own| own.get(name).is_some());
                substituted(text).find(|id| !is_own(id) && wanted(id)).or_else(|| find_id(own?, wanted))
            }
            _ => members.iter().find_map(|member| find_id(&member.value, wanted)),
        },
        _ => None,
    }
}

/// The ids in `${Id}` and `${Id.Attribute}` of a `Fn::Sub`.
fn substituted(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split("${").skip(1).filter(|part| !part.starts_with('!'));
    parts.filter_map(|part| part.split(['}', '.']).next())
}
