//! CloudFormation and SAM templates: the state machines in them, and what intrinsics stand for.

use crate::arguments::machine_type;
use crate::placeholder;
use crate::pointer::key_step;
use stack_core::json::{Json, Node};
use stack_core::model::MachineType;
use stack_core::site::Site;
use std::borrow::Cow;

/// A state machine of a template.
#[derive(Debug)]
pub(crate) struct Found<'a> {
    /// Its logical id.
    pub(crate) name: &'a str,
    /// Its type.
    pub(crate) kind: MachineType,
    /// Where its definition is in the template, as a JSON Pointer.
    pub(crate) pointer: String,
    /// Its definition.
    pub(crate) body: Body<'a>,
    /// What placeholders of the definition stand for, by their names.
    pub(crate) values: Vec<(&'a str, Cow<'a, str>)>,
}

/// How a template gives a definition.
#[derive(Debug)]
pub(crate) enum Body<'a> {
    /// As an object; what is known only at deployment is a string with a placeholder.
    Object(Node<'a>),
    /// As a text of JSON, in which placeholders may stand.
    Text {
        /// The text.
        text: Cow<'a, str>,
        /// The string that it is, or of which it is made.
        site: Site,
        /// Whether it is that string, character by character.
        verbatim: bool,
    },
    /// As the name of a file.
    File {
        /// Its path, from the template's folder.
        path: &'a str,
        /// Where it is named.
        site: Site,
    },
}

/// The long name of CloudFormation's short tag: `!Sub x` is `{ "Fn::Sub": "x" }`.
pub(crate) fn long_name(tag: &str) -> Result<String, &'static str> {
    Ok(match tag {
        "Ref" | "Condition" => tag.into(),
        _ => format!("Fn::{tag}"),
    })
}

/// Whether a document is a template, and not a definition.
pub(crate) fn is_one(root: &Node<'_>) -> bool {
    let resources = root.get("Resources").is_some_and(|it| it.as_object().is_some());
    let version = root.get("AWSTemplateFormatVersion").is_some() || root.get("Transform").is_some();
    (resources || version) && root.get("States").is_none()
}

/// Its state machines, in the order of the source. Those whose definition is elsewhere are left out.
pub(crate) fn machines<'a>(root: &'a Node<'a>) -> Vec<Found<'a>> {
    let resources = root.get("Resources").and_then(Node::as_object).unwrap_or_default();
    resources
        .iter()
        .filter_map(|member| {
            let resource = &member.value;
            let kind = resource.get("Type")?.as_str()?;
            let typed = match kind {
                "AWS::StepFunctions::StateMachine" => "StateMachineType",
                "AWS::Serverless::StateMachine" => "Type",
                _ => return None,
            };
            let properties = resource.get("Properties")?;
            let kind =
                properties.get(typed).and_then(Node::as_str).and_then(machine_type).unwrap_or_default();
            let (property, body) = body(properties)?;
            let name = member.key.value.as_ref();
            let mut pointer = String::from("/Resources");
            for step in [name, "Properties", property] {
                key_step(step, &mut pointer);
            }
            Some(Found { name, kind, pointer, body, values: values(properties) })
        })
        .collect()
}

/// What the placeholders of a definition stand for, as a text with placeholders of the template.
fn values<'a>(properties: &'a Node<'a>) -> Vec<(&'a str, Cow<'a, str>)> {
    let of_sub = properties.get("DefinitionString").and_then(|text| match intrinsic(text)? {
        ("Fn::Sub", names) => names.as_array()?.get(1),
        _ => None,
    });
    let objects = properties.get("DefinitionSubstitutions").into_iter().chain(of_sub);
    let members = objects.filter_map(Node::as_object).flatten();
    let value = |node: &Node<'a>| match &node.json {
        Json::Number(text) => text.clone(),
        Json::Bool(value) => value.to_string().into(),
        _ => part(node),
    };
    members.map(|member| (member.key.value.as_ref(), value(&member.value))).collect()
}

fn body<'a>(properties: &'a Node<'a>) -> Option<(&'static str, Body<'a>)> {
    if let Some(definition) = properties.get("Definition") {
        // What comes out of `Fn::Transform` and its like is not known.
        let known = intrinsic(definition).is_none();
        return known.then(|| ("Definition", Body::Object(resolve(definition))));
    }
    if let Some(definition) = properties.get("DefinitionString") {
        return text(definition).map(|body| ("DefinitionString", body));
    }
    ["DefinitionUri", "DefinitionS3Location"].into_iter().find_map(|name| {
        let node = properties.get(name)?;
        let path = node.as_str().filter(|path| !path.contains("://") && !placeholder::is_in(path))?;
        Some((name, Body::File { path, site: node.site }))
    })
}

/// The name and the argument of an intrinsic function.
fn intrinsic<'n, 'a>(node: &'n Node<'a>) -> Option<(&'n str, &'n Node<'a>)> {
    match node.as_object()? {
        [member] => {
            let name = member.key.value.as_ref();
            (name == "Ref" || name.starts_with("Fn::")).then_some((name, &member.value))
        }
        _ => None,
    }
}

/// The value with a placeholder for each intrinsic function.
fn resolve<'a>(node: &Node<'a>) -> Node<'a> {
    let json = match &node.json {
        Json::Object(_) if intrinsic(node).is_some() => {
            let text = string(node).map_or_else(|| placeholder::UNNAMED.into(), |(text, ..)| text);
            Json::String(text)
        }
        Json::Object(members) => {
            let mut members = members.clone();
            members.iter_mut().for_each(|member| member.value = resolve(&member.value));
            Json::Object(members)
        }
        Json::Array(items) => Json::Array(items.iter().map(resolve).collect()),
        json => json.clone(),
    };
    Node::new(json, node.site)
}

/// The text that a string, or an intrinsic that makes one, stands for, with placeholders; the string that it is
/// made of, and whether it is that string.
fn string<'a>(node: &Node<'a>) -> Option<(Cow<'a, str>, Site, bool)> {
    if let Json::String(text) = &node.json {
        return Some((text.clone(), node.site, true));
    }
    let (name, argument) = intrinsic(node)?;
    let named = |name: String| Some((Cow::Owned(format!("${{{name}}}")), node.site, false));
    match (name, &argument.json) {
        ("Fn::Sub", Json::String(text)) => Some((text.clone(), argument.site, true)),
        ("Fn::Sub", Json::Array(items)) => match items.first() {
            Some(Node { json: Json::String(text), site }) => Some((text.clone(), *site, true)),
            _ => None,
        },
        ("Fn::Join", Json::Array(items)) => {
            let [separator, parts] = items.as_slice() else { return None };
            let parts: Vec<Cow<'a, str>> = parts.as_array()?.iter().map(part).collect();
            Some((Cow::Owned(parts.join(separator.as_str()?)), node.site, false))
        }
        ("Ref" | "Fn::GetAtt", Json::String(name)) => named(name.to_string()),
        ("Fn::GetAtt", Json::Array(names)) => {
            named(names.iter().filter_map(Node::as_str).collect::<Vec<_>>().join("."))
        }
        _ => None,
    }
}

/// A part of a `Fn::Join`.
fn part<'a>(node: &Node<'a>) -> Cow<'a, str> {
    string(node).map_or(Cow::Borrowed(placeholder::UNNAMED), |(text, ..)| text)
}

/// A definition as a text; none if nothing is known of it.
fn text<'a>(node: &'a Node<'a>) -> Option<Body<'a>> {
    if let Some(("Fn::ToJsonString", argument)) = intrinsic(node) {
        return Some(Body::Object(resolve(argument)));
    }
    let (text, site, verbatim) = string(node)?;
    // `!Ref Parameter`: the whole text is a placeholder.
    let known = text.trim_start().starts_with(['{', '[']) || !placeholder::is_in(&text);
    known.then_some(Body::Text { text, site, verbatim })
}

#[cfg(test)]
mod tests {
    use super::{Body, is_one, machines};
    use stack_core::finding::Findings;
    use stack_core::write::compact;

    /// The definitions of a template, in a few words each.
    fn bodies(text: &str) -> Vec<String> {
        let out = Findings::new();
        let (root, _) = stack_yaml::read(text, &super::long_name, &out);
        assert!(out.finish().is_empty() && is_one(&root));
        let body = |body: &Body<'_>| match body {
            Body::Object(node) => compact(node, &mut |_, _| {}),
            Body::Text { text, verbatim, .. } => format!("{text} {verbatim}"),
            Body::File { path, .. } => path.to_string(),
        };
        machines(&root).iter().map(|it| format!("{:?} {} {}", it.kind, it.pointer, body(&it.body))).collect()
    }

    fn properties(text: &str) -> Vec<String> {
        bodies(&format!(
            "Resources: {{ M: {{ Type: AWS::Serverless::StateMachine, Properties: {{ {text} }} }} }}"
        ))
    }

    #[test]
    fn objects_have_placeholders_where_intrinsics_were() {
        assert_eq!(
            properties(
                r#"Type: EXPRESS, Definition: { a: !Ref X, b: !GetAtt f.Arn, c: !Sub "s", d: [!If [a, b, c]], e: { Fn::Join: [":", [a, !Ref B]] } }"#
            ),
            [
                r#"Express /Resources/M/Properties/Definition {"a":"${X}","b":"${f.Arn}","c":"s","d":["${value}"],"e":"a:${B}"}"#
            ]
        );
    }

    #[test]
    fn texts_are_plain_or_made() {
        let text = |text: &str| properties(&format!("DefinitionString: {text}")).pop().unwrap_or_default();
        let start = "Standard /Resources/M/Properties/DefinitionString ";
        assert_eq!(text("'{}'"), format!("{start}{{}} true"));
        assert_eq!(text("!Sub '{ ${A} }'"), format!("{start}{{ ${{A}} }} true"));
        assert_eq!(text("!Sub ['{ ${A} }', { A: 1 }]"), format!("{start}{{ ${{A}} }} true"));
        assert_eq!(text("!Join ['', ['{', !Ref A, '}']]"), format!("{start}{{${{A}}}} false"));
        assert_eq!(text("{ Fn::ToJsonString: { a: !Ref B } }"), format!("{start}{{\"a\":\"${{B}}\"}}"));
        assert_eq!(text("!Ref A"), "");
        assert_eq!(text("!FindInMap [a, b, c]"), "");
    }

    #[test]
    fn files_are_those_beside_the_template() {
        assert_eq!(
            properties("DefinitionUri: a/b.asl.json"),
            ["Standard /Resources/M/Properties/DefinitionUri a/b.asl.json"]
        );
        assert!(properties("DefinitionUri: s3://bucket/key").is_empty());
        assert!(properties("DefinitionUri: { Bucket: a, Key: b }").is_empty());
    }

    #[test]
    fn other_resources_are_no_machines() {
        assert!(
            bodies("Resources: { F: { Type: AWS::Lambda::Function, Properties: { Definition: {} } }, G: 1 }")
                .is_empty()
        );
    }
}
