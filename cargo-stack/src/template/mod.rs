//! CloudFormation and SAM templates: the state machines in them, and what intrinsics stand for.

mod conditions;
mod intrinsics;
mod names;
mod open;
mod properties;
mod schema;
mod text;

pub(crate) use conditions::conditions_of;
pub(crate) use intrinsics::{long_name, may_be_in, resolve};
pub(crate) use open::{Place, Substitutions, check, check_functions};
pub(crate) use properties::machine_type;
pub(crate) use text::{Part, Text};

use crate::placeholder;
use crate::pointer::{key_step, pointers};
use conditions::Conditions;
use intrinsics::{intrinsic, string};
use names::Names;
use properties::{Resource, SUBSTITUTIONS};
use stack_core::finding::Findings;
use stack_core::json::{Json, Member, Node, Site};
use stack_core::language::MachineType;
use std::borrow::Cow;

/// A state machine of a template, as it is in one case of the template's conditions.
#[derive(Debug)]
pub(crate) struct Found<'a> {
    /// Its logical id.
    pub(crate) name: &'a str,
    /// Its type.
    pub(crate) kind: MachineType,
    /// The property that gives its definition.
    pub(crate) property: &'a Node<'a>,
    /// Where that is in the template, as a JSON Pointer.
    pub(crate) pointer: String,
    /// Where its definition is in the property, in this case, as a JSON Pointer.
    pub(crate) inner: String,
    /// Its definition.
    pub(crate) body: Body<'a>,
    /// What placeholders of the definition stand for, by their names.
    pub(crate) values: Vec<(Cow<'a, str>, Cow<'a, str>)>,
    /// The functions of the template, whose `Ref` is a name.
    pub(crate) functions: Vec<&'a str>,
    /// Which placeholders CloudFormation fills in.
    pub(crate) substitutions: Substitutions,
    /// The ARN of its role, if the template says it.
    pub(crate) role: Option<String>,
}

/// How a template gives a definition.
#[derive(Debug)]
pub(crate) enum Body<'a> {
    /// As an object, in which intrinsic functions may stand.
    Object(Node<'a>),
    /// As a text of JSON, in which placeholders may stand.
    Text {
        /// The text.
        made: Text<'a>,
        /// It is one string of the template, which no function has made.
        is_plain: bool,
    },
    /// As an object or array where CloudFormation wants a text; this has been reported.
    NoText {
        /// What it is, with its article.
        label: &'static str,
    },
    /// As the name of a file.
    File {
        /// Its path, from the template's folder.
        path: Cow<'a, str>,
        /// Where it is named.
        site: Site,
    },
}

/// Whether a document is a template, and not a definition.
pub(crate) fn is_one(root: &Node<'_>) -> bool {
    let resources = root.get("Resources").is_some_and(|it| it.as_object().is_some());
    let version = root.get("AWSTemplateFormatVersion").is_some() || root.get("Transform").is_some();
    (resources || version) && root.get("States").is_none()
}

/// Its state machines, in the order of the source, each in every case of the conditions that it depends on. Those whose
/// definition is elsewhere are left out.
pub(crate) fn machines<'a>(root: &'a Node<'a>, out: &Findings) -> Vec<Found<'a>> {
    let mut search = Search {
        conditions: Conditions::of(root),
        is_processed: is_processed(root),
        names: Names::of(root),
        functions: functions(root),
        found: Vec::new(),
        out,
    };
    if let Some(resources) = root.get("Resources") {
        search.among(resources, "/Resources");
    }
    search.found
}

/// The logical ids of Lambda functions.
fn functions<'a>(root: &'a Node<'a>) -> Vec<&'a str> {
    let resources = root.get("Resources").and_then(Node::as_object).unwrap_or_default();
    let is_function = |member: &&Member<'_>| {
        let kind = member.value.get("Type").and_then(Node::as_str);
        matches!(kind, Some("AWS::Lambda::Function" | "AWS::Serverless::Function"))
    };
    resources.iter().filter(is_function).map(|member| member.key.value.as_ref()).collect()
}

/// Whether a macro that is none of AWS's may have changed everything before CloudFormation reads it.
fn is_processed(root: &Node<'_>) -> bool {
    let is_foreign = |node: &Node<'_>| node.as_str().is_none_or(|name| !name.starts_with("AWS::"));
    match root.get("Transform") {
        None => false,
        Some(Node { json: Json::Array(names), .. }) => names.iter().any(is_foreign),
        Some(name) => is_foreign(name),
    }
}

struct Search<'a, 'o> {
    conditions: Conditions<'a, 'a>,
    /// Whether it is unknown what fills in placeholders.
    is_processed: bool,
    /// The names that it declares, if no others are added.
    names: Option<Names<'a>>,
    /// The logical ids of its functions.
    functions: Vec<&'a str>,
    found: Vec<Found<'a>>,
    out: &'o Findings,
}

impl<'a> Search<'a, '_> {
    /// Finds those among some resources.
    fn among(&mut self, resources: &'a Node<'a>, at: &str) {
        for member in resources.as_object().unwrap_or_default() {
            let resource = &member.value;
            // A loop has the name of its variable, what that stands for, and resources.
            if let (true, Some([.., inner])) =
                (member.key.value.starts_with("Fn::ForEach"), resource.as_array())
            {
                let mut pointer = at.to_owned();
                key_step(&member.key.value, &mut pointer);
                let before = std::mem::replace(&mut self.is_processed, true);
                self.among(inner, &format!("{pointer}/2"));
                self.is_processed = before;
            } else if let Some(kind) = Resource::of(resource) {
                self.machine(member, kind, at);
            }
        }
    }

    fn machine(&mut self, member: &'a Member<'a>, resource: &Resource, at: &str) {
        let Some(properties) = member.value.get("Properties") else { return };
        let name = member.key.value.as_ref();
        if let Some(names) = &self.names {
            names.check(properties, self.out);
        }
        schema::check(properties, resource.is_sam(), self.out);
        let before = self.found.len();
        for case in self.conditions.cases(&resource.relevant(properties)) {
            let kind = resource.machine_type(properties, &case, self.out);
            if let Some(substitutions) = properties.get(SUBSTITUTIONS).and_then(|node| case.value(node)) {
                schema::check_substitutions(&substitutions, self.out);
            }
            let given = resource.definition(member.key.site, name, properties, &case, self.out);
            let Some((given, node)) = given else { continue };
            let mut pointer = at.to_owned();
            for step in [name, "Properties", &given.key.value] {
                key_step(step, &mut pointer);
            }
            let Some(body) = body(&given.key.value, &node, self.out) else { continue };
            let substitutions = properties.get(SUBSTITUTIONS).and_then(|node| case.value(node));
            let is_known =
                !self.is_processed && !properties.as_object().unwrap_or_default().iter().any(is_function);
            let found = Found {
                name,
                kind,
                property: &given.value,
                inner: pointers(&given.value, &[node.site]).pop().unwrap_or_default(),
                pointer,
                body,
                values: values(substitutions.as_ref(), &node),
                role: resource.role(properties, &case),
                functions: self.functions.clone(),
                substitutions: Substitutions { names: names(substitutions.as_ref()).filter(|_| is_known) },
            };
            // Conditions may differ in what does not matter here.
            let of_machine = self.found.get(before..).unwrap_or_default();
            if !of_machine.iter().any(|known| known.is_same(&found)) {
                self.found.push(found);
            }
        }
    }
}

impl Found<'_> {
    /// Whether it is the same machine as in another case of it, made of the same parts of the template.
    fn is_same(&self, other: &Found<'_>) -> bool {
        self.kind == other.kind
            && self.role == other.role
            && self.inner == other.inner
            && self.values == other.values
            && match (&self.body, &other.body) {
                (Body::Object(own), Body::Object(others)) => are_same(own, others),
                (Body::Text { made: own, .. }, Body::Text { made: others, .. }) => own == others,
                (Body::File { path: own, .. }, Body::File { path: others, .. }) => own == others,
                (Body::NoText { .. }, Body::NoText { .. }) => true,
                _ => false,
            }
    }
}

/// Whether values are equal and stand at the same places.
fn are_same(one: &Node<'_>, other: &Node<'_>) -> bool {
    one.site == other.site
        && match (&one.json, &other.json) {
            (Json::Array(ours), Json::Array(theirs)) => {
                ours.len() == theirs.len() && ours.iter().zip(theirs).all(|(a, b)| are_same(a, b))
            }
            (Json::Object(ours), Json::Object(theirs)) => {
                let is_same =
                    |(a, b): (&Member<'_>, &Member<'_>)| a.key == b.key && are_same(&a.value, &b.value);
                ours.len() == theirs.len() && ours.iter().zip(theirs).all(is_same)
            }
            (one, other) => one == other,
        }
}

/// Whether a member is what a function makes, of which nothing is known.
fn is_function(member: &Member<'_>) -> bool {
    member.key.value.starts_with("Fn::")
}

/// The names of substitutions; none if they are not known.
fn names(substitutions: Option<&Node<'_>>) -> Option<Vec<String>> {
    match substitutions {
        None => Some(Vec::new()),
        Some(Node { json: Json::Object(members), .. }) if !members.iter().any(is_function) => {
            Some(members.iter().map(|member| member.key.value.to_string()).collect())
        }
        Some(_) => None,
    }
}

/// What the placeholders of a definition stand for, as a text with placeholders of the template.
fn values<'a>(substitutions: Option<&Node<'a>>, definition: &Node<'a>) -> Vec<(Cow<'a, str>, Cow<'a, str>)> {
    let of_sub = match intrinsic(definition) {
        Some(("Fn::Sub", names)) => names.as_array().and_then(|items| items.get(1)),
        _ => None,
    };
    let objects = substitutions.into_iter().chain(of_sub);
    let members = objects.filter_map(Node::as_object).flatten();
    let value = |node: &Node<'a>| match &node.json {
        Json::Number(text) => text.clone(),
        Json::Bool(value) => value.to_string().into(),
        _ => string(node).map_or(Cow::Borrowed(placeholder::UNNAMED_PLACEHOLDER), |made| made.text),
    };
    members.map(|member| (member.key.value.clone(), value(&member.value))).collect()
}

fn body<'a>(property: &str, node: &Node<'a>, out: &Findings) -> Option<Body<'a>> {
    match property {
        // What comes out of `Fn::Transform` and its like is not known.
        "Definition" => intrinsic(node).is_none().then(|| Body::Object(node.clone())),
        "DefinitionString" => text(node, out),
        _ => {
            let Json::String(path) = &node.json else { return None };
            let is_local = !path.contains("://") && !placeholder::is_in(path);
            is_local.then(|| Body::File { path: path.clone(), site: node.site })
        }
    }
}

/// A definition as a text; none if nothing is known of it.
fn text<'a>(node: &Node<'a>, out: &Findings) -> Option<Body<'a>> {
    let no_text = |label: &'static str| {
        properties::report_no_text(node.site, label, out);
        Some(Body::NoText { label })
    };
    match (intrinsic(node), &node.json) {
        (Some(("Fn::ToJsonString", argument)), _) => return Some(Body::Object(argument.clone())),
        (None, Json::Object(_)) => return no_text("an object"),
        (None, Json::Array(_)) => return no_text("an array"),
        _ => {}
    }
    let made = string(node)?;
    // `!Ref Parameter`: the whole text is a placeholder.
    let known = made.text.trim_start().starts_with(['{', '[']) || !placeholder::is_in(&made.text);
    known.then_some(Body::Text { made, is_plain: node.as_str().is_some() })
}

#[cfg(test)]
mod tests {
    use super::{Body, Found, is_one, machines, resolve};
    use stack_core::finding::Findings;
    use stack_core::json::write::compact;

    /// The definitions of a template, in a few words each.
    fn bodies(text: &str) -> Vec<String> {
        let out = Findings::new();
        let (root, _) = stack_yaml::read(text, &super::long_name, &out);
        assert!(out.finish().is_empty() && is_one(&root));
        let body = |body: &Body<'_>| match body {
            Body::Object(node) => {
                let mut node = node.clone();
                resolve(&mut node);
                compact(&node, &mut |_, _| {})
            }
            Body::Text { made, .. } => {
                format!("{} {}", made.text, made.parts.iter().all(|part| part.verbatim))
            }
            Body::NoText { label } => format!("no text, but {label}"),
            Body::File { path, .. } => path.to_string(),
        };
        let found = machines(&root, &Findings::new());
        let line = |it: &Found<'_>| format!("{:?} {}{} {}", it.kind, it.pointer, it.inner, body(&it.body));
        found.iter().map(line).collect()
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
                r#"Type: EXPRESS, Definition: { a: !Ref X, b: !GetAtt f.Arn, c: !Sub "s", d: [!FindInMap [a, b, c]], e: { Fn::Join: [":", [a, !Ref B]] } }"#
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
