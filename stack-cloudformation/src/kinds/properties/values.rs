//! Values in JSON texts of properties: what stands for `${name}` in their strings.

use crate::compile_time::compare::starts_bytes;
use crate::compile_time::message::fail;
use crate::kind::scope::Scope;
use crate::references::value::{Pairs, Value};
use crate::template::json;
use crate::template::object::{escaped, of_sub, sub_text, substituted};
use stack_core::json::interpolation::Notation;
use stack_core::json::{Json, Node};

/// Stops the compilation if a value is in none of the texts, which are called `label`.
#[track_caller]
pub(crate) const fn require(values: Pairs, label: &str, texts: &[&str]) {
    let mut rest = values;
    while let [(name, _), others @ ..] = rest {
        let mut found = false;
        let mut i = 0;
        while i < texts.len() {
            found = found || mentions(texts[i].as_bytes(), name);
            i += 1;
        }
        if !found {
            fail(&["values names `", name, "`, which is not in ", label, ": write `${", name, "}` there"]);
        }
        rest = others;
    }
}

/// Puts the values into the strings of CloudFormation properties, whose `Fn::Sub` fills in all else. A string that is
/// `${name}` alone becomes the value.
pub(crate) fn fill(node: &mut Node<'static>, values: Pairs, scope: &mut Scope<'_>) {
    fill_in(node, values, TextKind::String, scope);
}

/// The same for JSON that knows no `Fn::Sub`, so that `${AWS::Region}` and the like are filled in, too.
pub(crate) fn fill_all(node: &mut Node<'static>, values: Pairs, scope: &mut Scope<'_>) {
    fill_in(node, values, TextKind::Plain, scope);
}

/// A JSON text with the values in its strings, and `${AWS::Region}` and the like.
pub(crate) fn fill_text(
    text: String,
    values: &[(&'static str, Value)],
    scope: &mut Scope<'_>,
) -> Node<'static> {
    filled(&text, values, TextKind::Json, scope).unwrap_or_else(|| text.into())
}

/// What a text is into which values are put.
#[derive(Clone, Copy, PartialEq)]
enum TextKind {
    /// The string of a property.
    String,
    /// A string in which what every deployment has is filled in besides.
    Plain,
    /// The text of a `Fn::Sub`, in which CloudFormation fills in more.
    Sub,
    /// JSON, in whose strings the same is filled in.
    Json,
}

fn fill_in(node: &mut Node<'static>, values: Pairs, kind: TextKind, scope: &mut Scope<'_>) {
    match &mut node.json {
        Json::String(text) => {
            if let Some(new) = filled(text, values, kind, scope) {
                *node = new;
            }
        }
        Json::Array(items) => items.iter_mut().for_each(|item| fill_in(item, values, kind, scope)),
        Json::Object(members) => {
            for member in members {
                let kind = match kind {
                    TextKind::Plain => kind,
                    _ if member.key.value == "Fn::Sub" => TextKind::Sub,
                    _ => TextKind::String,
                };
                fill_in(&mut member.value, values, kind, scope);
            }
        }
        _ => {}
    }
}

/// The string with values in it; nothing if it has no place for one.
fn filled(
    text: &str,
    values: &[(&'static str, Value)],
    kind: TextKind,
    scope: &mut Scope<'_>,
) -> Option<Node<'static>> {
    let in_sub = kind == TextKind::Sub;
    let place = |name: &str| format!("${{{name}}}");
    if let Some((_, value)) = values.iter().find(|(name, _)| !in_sub && place(name) == text) {
        return Some(scope.value(value));
    }
    let present = values.iter().filter(|(name, _)| text.contains(&place(name)));
    let mut present = present.peekable();
    let deployment = matches!(kind, TextKind::Plain | TextKind::Json);
    if present.peek().is_none() && !(deployment && Notation::Pseudo.is_in(text)) {
        return None;
    }
    let mut new = match kind {
        TextKind::Sub => text.to_owned(),
        TextKind::String => escaped(text).into_owned(),
        TextKind::Plain | TextKind::Json => substituted(text),
    };
    for (name, value) in present {
        let value = match value {
            Value::Param(param) => {
                let id = scope.id_of(param);
                sub_text(&id, param.attribute)
            }
            Value::Text(text) | Value::Json(text) if kind == TextKind::Json => {
                escaped(&json::escaped(text)).into_owned()
            }
            Value::Text(text) | Value::Json(text) => escaped(text).into_owned(),
            Value::Bool(truth) => truth.to_string(),
            Value::Integer(number) => number.to_string(),
        };
        let place = if in_sub { place(name) } else { escaped(&place(name)).into_owned() };
        new = new.replace(&place, &value);
    }
    Some(if in_sub { new.into() } else { of_sub(&new) })
}

/// Whether `${name}` is somewhere in the text.
const fn mentions(mut text: &[u8], name: &str) -> bool {
    while let [first, rest @ ..] = text {
        if let (b'$', [b'{', inner @ ..]) = (*first, rest)
            && starts_bytes(inner, name.as_bytes())
            && inner.len() > name.len()
            && inner[name.len()] == b'}'
        {
            return true;
        }
        text = rest;
    }
    false
}
