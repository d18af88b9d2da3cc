//! A CloudFormation template as a value.

use crate::kind::scope::{Builder, Named};
use crate::object::Object;
use crate::references::param::AnyParam;
use crate::template::artifact::Artifact;
use stack_core::json::{Hole, Json, Node, write};
use stack_core::language::MachineType;
use stack_core::model::State;

/// A CloudFormation template. The same stack gives the same bytes on every run.
#[derive(Debug)]
pub struct Template {
    root: Node<'static>,
    artifacts: Vec<Artifact>,
    machines: Vec<MachineDefinition>,
    notes: Vec<String>,
}

/// A state machine of the template.
#[derive(Debug)]
pub struct MachineDefinition {
    /// The stack's resource.
    pub resource: &'static str,
    /// The machine's type, as `state_machine!` declares it.
    pub machine: &'static str,
    /// The logical id of the CloudFormation resource.
    pub logical_id: String,
    /// Standard or Express.
    pub kind: MachineType,
    pub(crate) root: Node<'static>,
    pub(crate) references: Vec<Reference>,
}

/// A reference in a definition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The logical id of the CloudFormation resource that it is to.
    pub logical_id: String,
    /// The parameter of it.
    pub param: AnyParam,
    /// What it is if the resource is not in the template, as it stands in a `Fn::Sub`.
    pub stand_in: Option<String>,
}

impl Reference {
    /// To a parameter of the resource of that logical id.
    pub(crate) fn new(logical_id: String, param: AnyParam) -> Self {
        Reference { logical_id, param, stand_in: None }
    }
}

impl Template {
    pub(crate) fn new(builder: Builder) -> Self {
        let section = |entries: Vec<Named>| {
            let mut section = Object::new();
            entries.into_iter().for_each(|entry| section.push(entry.id, entry.value));
            section
        };
        let mut resources = Object::new();
        builder
            .resources
            .into_iter()
            .for_each(|resource| resources.push(resource.id.clone(), resource.node()));
        let mut outputs = builder.outputs;
        outputs.extend(builder.names);
        let root = Object::new()
            .with("AWSTemplateFormatVersion", "2010-09-09")
            .maybe("Parameters", section(builder.parameters).filled())
            .with("Resources", resources)
            .maybe("Outputs", section(outputs).filled());
        Template {
            root: root.node(),
            artifacts: builder.artifacts,
            machines: builder.machines,
            notes: builder.notes,
        }
    }

    /// The template as indented JSON, with a newline at its end.
    pub fn to_json(&self) -> String {
        let mut text = write::pretty(&self.root, &mut |_, _| {});
        text.push('\n');
        text
    }

    /// The template as JSON on one line, without a newline.
    pub fn to_compact_json(&self) -> String {
        write::compact(&self.root, &mut |_, _| {})
    }

    /// The template as a `serde_json` value. A number that `serde_json` cannot hold, such as `1e400`, becomes a
    /// string.
    #[cfg(feature = "serde_json")]
    pub fn to_value(&self) -> serde_json::Value {
        value(&self.root)
    }

    /// What must be built before it can be deployed.
    pub fn artifacts(&self) -> &[Artifact] {
        &self.artifacts
    }

    /// Its state machines, in the order of the stack's fields.
    pub fn machines(&self) -> &[MachineDefinition] {
        &self.machines
    }

    /// What the user should know although it is not an error.
    pub fn notes(&self) -> &[String] {
        &self.notes
    }
}

impl MachineDefinition {
    /// The definition as indented JSON, without a newline at its end. `reference` gives the text for a reference to a
    /// resource; `partition`, such as `aws`, is put into the ARNs of service integrations.
    pub fn text(&self, partition: &str, reference: &dyn Fn(&Reference) -> String) -> String {
        write::pretty(&self.root, &mut |hole, out| match hole {
            Hole::Reference(number) => {
                let found = self.references.get(*number as usize);
                write::string(&found.map(reference).unwrap_or_default(), out);
            }
            Hole::Integration(name) => write::string(&integration_arn(partition, name), out),
            Hole::Expression(_) => out.push_str("null"),
        })
    }

    /// The reference that a task of the machine has as its parameter `name`.
    pub(crate) fn argument(&self, state: &State<'_>, name: &str) -> Option<&Reference> {
        match parameters(state)?.get(name)?.json {
            Json::Hole(Hole::Reference(number)) => self.references.get(number as usize),
            _ => None,
        }
    }
}

/// What a task hands to its integration, in either query language.
pub(crate) fn parameters<'m>(state: &State<'m>) -> Option<&'m Node<'m>> {
    state.node.get("Parameters").or_else(|| state.node.get("Arguments"))
}

/// Not by way of the text: a definition may be nested deeper than `serde_json` reads.
#[cfg(feature = "serde_json")]
fn value(node: &Node<'_>) -> serde_json::Value {
    use serde_json::Value;
    use stack_core::json::Json;
    match &node.json {
        Json::Null | Json::Hole(_) | Json::Broken => Value::Null,
        Json::Bool(truth) => Value::Bool(*truth),
        Json::Number(digits) => {
            let number = serde_json::from_str(digits).map(Value::Number);
            number.unwrap_or_else(|_| Value::String(digits.to_string()))
        }
        Json::String(text) => Value::String(text.to_string()),
        Json::Array(items) => items.iter().map(value).collect(),
        Json::Object(members) => {
            members.iter().map(|member| (member.key.value.to_string(), value(&member.value))).collect()
        }
    }
}

/// The ARN of a service integration.
pub(crate) fn integration_arn(partition: &str, name: &str) -> String {
    format!("arn:{partition}:states:::{name}")
}
