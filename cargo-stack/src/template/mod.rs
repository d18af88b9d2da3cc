//! CloudFormation and SAM templates: the state machines in them, and what intrinsics stand for.

mod intrinsics;

pub(crate) use intrinsics::{long_name, may_be_in, resolve};

use crate::placeholder;
use crate::pointer::key_step;
use intrinsics::{intrinsic, string};
use stack_core::json::{Json, Node, Site};
use stack_core::language::MachineType;
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
    Text(Text<'a>),
    /// As an object or array where CloudFormation wants a text.
    NoText {
        /// What it is, with its article.
        label: &'static str,
        /// Where it stands.
        site: Site,
    },
    /// As the name of a file.
    File {
        /// Its path, from the template's folder.
        path: &'a str,
        /// Where it is named.
        site: Site,
    },
}

/// A text that is made of strings of the template.
#[derive(Debug)]
pub(crate) struct Text<'a> {
    /// The text.
    pub(crate) text: Cow<'a, str>,
    /// The parts that it is made of, in order.
    pub(crate) parts: Vec<Part>,
}

/// A part of such a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Part {
    /// Its length in the text, in bytes.
    pub(crate) length: usize,
    /// The string that it is, or what stands for it.
    pub(crate) site: Site,
    /// Whether it is that string, character by character.
    pub(crate) verbatim: bool,
}

impl<'a> Text<'a> {
    fn new(text: Cow<'a, str>, site: Site, verbatim: bool) -> Self {
        let length = text.len();
        Text { text, parts: vec![Part { length, site, verbatim }] }
    }
}

/// The type of that name, in any case.
pub(crate) fn machine_type(name: &str) -> Option<MachineType> {
    if name.eq_ignore_ascii_case("standard") {
        Some(MachineType::Standard)
    } else if name.eq_ignore_ascii_case("express") {
        Some(MachineType::Express)
    } else {
        None
    }
}

/// Whether a document is a template, and not a definition.
pub(crate) fn is_one(root: &Node<'_>) -> bool {
    let resources = root.get("Resources").is_some_and(|it| it.as_object().is_some());
    let version = root.get("AWSTemplateFormatVersion").is_some() || root.get("Transform").is_some();
    (resources || version) && root.get("States").is_none()
}

/// Its state machines, in the order of the source. Those whose definition is elsewhere are left out; one whose
/// definition depends on a condition is there once for every definition.
pub(crate) fn machines<'a>(root: &'a Node<'a>) -> Vec<Found<'a>> {
    let mut found = Vec::new();
    if let Some(resources) = root.get("Resources") {
        among(resources, "/Resources", &mut found);
    }
    found
}

/// Finds those among some resources.
fn among<'a>(resources: &'a Node<'a>, at: &str, found: &mut Vec<Found<'a>>) {
    for member in resources.as_object().unwrap_or_default() {
        let resource = &member.value;
        // A loop has the name of its variable, what that stands for, and resources.
        if let (true, Some([.., inner])) = (member.key.value.starts_with("Fn::ForEach"), resource.as_array())
        {
            let mut pointer = at.to_owned();
            key_step(&member.key.value, &mut pointer);
            among(inner, &format!("{pointer}/2"), found);
            continue;
        }
        let typed = match resource.get("Type").and_then(Node::as_str) {
            Some("AWS::StepFunctions::StateMachine") => "StateMachineType",
            Some("AWS::Serverless::StateMachine") => "Type",
            _ => continue,
        };
        let Some(properties) = resource.get("Properties") else { continue };
        let kind = properties.get(typed).and_then(Node::as_str).and_then(machine_type).unwrap_or_default();
        let Some((property, node)) = PROPERTIES.iter().find_map(|name| Some((name, properties.get(name)?)))
        else {
            continue;
        };
        let name = member.key.value.as_ref();
        let mut pointer = at.to_owned();
        for step in [name, "Properties", property] {
            key_step(step, &mut pointer);
        }
        for (suffix, node) in alternatives(node, String::new()) {
            if let Some(body) = body(property, node) {
                let pointer = format!("{pointer}{suffix}");
                found.push(Found { name, kind, pointer, body, values: values(properties, node) });
            }
        }
    }
}

/// The properties that give a definition.
const PROPERTIES: [&str; 4] = ["Definition", "DefinitionString", "DefinitionUri", "DefinitionS3Location"];

/// The value of a property, or both of an `Fn::If`; each with the pointer to it.
fn alternatives<'a>(node: &'a Node<'a>, pointer: String) -> Vec<(String, &'a Node<'a>)> {
    match intrinsic(node) {
        Some(("Fn::If", argument)) => {
            let items = argument.as_array().unwrap_or_default().iter().enumerate().skip(1);
            items.flat_map(|(at, item)| alternatives(item, format!("{pointer}/Fn::If/{at}"))).collect()
        }
        _ => vec![(pointer, node)],
    }
}

/// What the placeholders of a definition stand for, as a text with placeholders of the template.
fn values<'a>(properties: &'a Node<'a>, definition: &'a Node<'a>) -> Vec<(&'a str, Cow<'a, str>)> {
    let of_sub = match intrinsic(definition) {
        Some(("Fn::Sub", names)) => names.as_array().and_then(|items| items.get(1)),
        _ => None,
    };
    let objects = properties.get("DefinitionSubstitutions").into_iter().chain(of_sub);
    let members = objects.filter_map(Node::as_object).flatten();
    let value = |node: &Node<'a>| match &node.json {
        Json::Number(text) => text.clone(),
        Json::Bool(value) => value.to_string().into(),
        _ => string(node).map_or(Cow::Borrowed(placeholder::UNNAMED_PLACEHOLDER), |made| made.text),
    };
    members.map(|member| (member.key.value.as_ref(), value(&member.value))).collect()
}

fn body<'a>(property: &str, node: &'a Node<'a>) -> Option<Body<'a>> {
    match property {
        // What comes out of `Fn::Transform` and its like is not known.
        "Definition" => intrinsic(node).is_none().then(|| Body::Object(resolved(node))),
        "DefinitionString" => text(node),
        _ => {
            let path = node.as_str().filter(|path| !path.contains("://") && !placeholder::is_in(path))?;
            Some(Body::File { path, site: node.site })
        }
    }
}

fn resolved<'a>(node: &Node<'a>) -> Node<'a> {
    let mut node = node.clone();
    resolve(&mut node);
    node
}

/// A definition as a text; none if nothing is known of it.
fn text<'a>(node: &'a Node<'a>) -> Option<Body<'a>> {
    match (intrinsic(node), &node.json) {
        (Some(("Fn::ToJsonString", argument)), _) => return Some(Body::Object(resolved(argument))),
        (None, Json::Object(_)) => return Some(Body::NoText { label: "an object", site: node.site }),
        (None, Json::Array(_)) => return Some(Body::NoText { label: "an array", site: node.site }),
        _ => {}
    }
    let made = string(node)?;
    // `!Ref Parameter`: the whole text is a placeholder.
    let known = made.text.trim_start().starts_with(['{', '[']) || !placeholder::is_in(&made.text);
    known.then_some(Body::Text(made))
}

#[cfg(test)]
mod tests {
    use super::{Body, is_one, machines};
    use stack_core::finding::Findings;
    use stack_core::json::write::compact;

    /// The definitions of a template, in a few words each.
    fn bodies(text: &str) -> Vec<String> {
        let out = Findings::new();
        let (root, _) = stack_yaml::read(text, &super::long_name, &out);
        assert!(out.finish().is_empty() && is_one(&root));
        let body = |body: &Body<'_>| match body {
            Body::Object(node) => compact(node, &mut |_, _| {}),
            Body::Text(made) => format!("{} {}", made.text, made.parts.iter().all(|part| part.verbatim)),
            Body::NoText { label, .. } => format!("no text, but {label}"),
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
        assert_eq!(text("{ StartAt: a }"), format!("{start}no text, but an object"));
        assert_eq!(text("!Ref A"), "");
        assert_eq!(text("!FindInMap [a, b, c]"), "");
    }

    #[test]
    fn a_condition_gives_two_definitions() {
        assert_eq!(
            properties("DefinitionString: !If [C, '{}', !If [D, !Ref A, !Sub '{ ${B} }']]"),
            [
                "Standard /Resources/M/Properties/DefinitionString/Fn::If/1 {} true",
                "Standard /Resources/M/Properties/DefinitionString/Fn::If/2/Fn::If/2 { ${B} } true",
            ]
        );
        assert_eq!(
            properties("Definition: !If [C, { a: 1 }, !Ref 'AWS::NoValue']"),
            ["Standard /Resources/M/Properties/Definition/Fn::If/1 {\"a\":1}"]
        );
    }

    #[test]
    fn a_loop_has_machines_too() {
        let machine = "Type: AWS::StepFunctions::StateMachine, Properties: { DefinitionString: '{}' }";
        assert_eq!(
            bodies(&format!(
                "Resources: {{ 'Fn::ForEach::All': [N, [a, b], {{ 'M${{N}}': {{ {machine} }} }}] }}"
            )),
            ["Standard /Resources/Fn::ForEach::All/2/M${N}/Properties/DefinitionString {} true"]
        );
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
