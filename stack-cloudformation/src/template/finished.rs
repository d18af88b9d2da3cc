//! The finished template as a value.

use crate::template::artifact::Artifact;
use crate::template::document::Document;
use crate::template::machine::MachineDefinition;
use crate::template::object::Object;
use crate::template::resource::Entry;
use stack_core::json::Node;
use stack_core::json::write;

/// A CloudFormation template. The same stack gives the same bytes on every run.
#[derive(Debug)]
pub struct Template {
    root: Node<'static>,
    artifacts: Vec<Artifact>,
    machines: Vec<MachineDefinition>,
    notes: Vec<String>,
}

impl Template {
    pub(crate) fn new(document: Document) -> Self {
        let section = |entries: Vec<Entry>| {
            let mut section = Object::new();
            entries.into_iter().for_each(|entry| section.push(entry.id, entry.value));
            section
        };
        let mut resources = Object::new();
        for resource in document.resources {
            resources.push(resource.id.clone(), resource.node());
        }
        let mut outputs = document.outputs;
        outputs.extend(document.minor_outputs);
        let root = Object::new()
            .with("AWSTemplateFormatVersion", "2010-09-09")
            .maybe("Parameters", section(document.parameters).filled())
            .with("Resources", resources)
            .maybe("Outputs", section(outputs).filled());
        Template {
            root: root.node(),
            artifacts: document.artifacts,
            machines: document.machines,
            notes: document.notes,
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
