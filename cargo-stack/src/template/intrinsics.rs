//! Intrinsic functions of CloudFormation, and the texts that are known of what they make.

use super::text::{Part, Text};
use crate::placeholder;
use crate::search;
use stack_core::json::{Json, Node, Site};
use std::borrow::Cow;

/// The long name of CloudFormation's short tag: `!Sub x` is `{ "Fn::Sub": "x" }`.
pub(crate) fn long_name(tag: &str) -> Result<String, &'static str> {
    Ok(match tag {
        "Ref" | "Condition" => tag.into(),
        _ => format!("Fn::{tag}"),
    })
}

/// The name and the argument of an intrinsic function.
pub(crate) fn intrinsic<'n, 'a>(node: &'n Node<'a>) -> Option<(&'n str, &'n Node<'a>)> {
    match node.as_object()? {
        [member] => {
            let name = member.key.value.as_ref();
            let is_one = name.starts_with("Fn::") || (name == "Ref" && member.value.as_str().is_some());
            is_one.then_some((name, &member.value))
        }
        _ => None,
    }
}

/// Whether a text of JSON may have an intrinsic function in it.
pub(crate) fn may_be_in(text: &str) -> bool {
    search::contains(text, "\"Ref\"") || search::contains(text, "\"Fn::")
}

/// Puts a text with a placeholder in place of each intrinsic function.
pub(crate) fn resolve(node: &mut Node<'_>) {
    if intrinsic(node).is_some() {
        let text = string(node).map_or_else(|| placeholder::UNNAMED_PLACEHOLDER.into(), |made| made.text);
        node.json = Json::String(text);
        return;
    }
    match &mut node.json {
        Json::Object(members) => members.iter_mut().for_each(|member| resolve(&mut member.value)),
        Json::Array(items) => items.iter_mut().for_each(resolve),
        _ => {}
    }
}

/// The text that a string, or an intrinsic that makes one, stands for, with placeholders.
pub(super) fn string<'a>(node: &Node<'a>) -> Option<Text<'a>> {
    if let Json::String(text) = &node.json {
        return Some(Text::new(text.clone(), node.site, true));
    }
    let (name, argument) = intrinsic(node)?;
    let named = |name: String| Some(Text::new(Cow::Owned(format!("${{{name}}}")), node.site, false));
    match (name, &argument.json) {
        ("Fn::Sub", Json::String(text)) => Some(Text::new(text.clone(), argument.site, true)),
        ("Fn::Sub", Json::Array(items)) => match items.first() {
            Some(Node { json: Json::String(text), site }) => Some(Text::new(text.clone(), *site, true)),
            _ => None,
        },
        ("Fn::Join", Json::Array(items)) => match items.as_slice() {
            [separator, items] => Some(concatenation(separator.as_str()?, items.as_array()?, node.site)),
            _ => None,
        },
        ("Ref" | "Fn::GetAtt", Json::String(name)) => named(name.to_string()),
        ("Fn::GetAtt", Json::Array(names)) => {
            named(names.iter().filter_map(Node::as_str).collect::<Vec<_>>().join("."))
        }
        _ => None,
    }
}

/// What a `Fn::Join` makes.
fn concatenation<'a>(separator: &str, items: &[Node<'a>], site: Site) -> Text<'a> {
    let (mut text, mut parts) = (String::new(), Vec::new());
    for (at, item) in items.iter().enumerate() {
        if at > 0 && !separator.is_empty() {
            text.push_str(separator);
            parts.push(Part { length: separator.len(), site, verbatim: false });
        }
        let made = string(item)
            .unwrap_or_else(|| Text::new(placeholder::UNNAMED_PLACEHOLDER.into(), item.site, false));
        text.push_str(&made.text);
        parts.extend(made.parts);
    }
    Text { text: text.into(), parts }
}
