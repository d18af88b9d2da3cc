//! What the sections of a template hold: resources, parameters and outputs.

use crate::template::object::Object;
use stack_core::json::Node;

/// A parameter or an output: its name, the stack's resource it belongs to, and what it is.
#[derive(Debug)]
pub(crate) struct Entry {
    pub(crate) id: String,
    pub(crate) owner: &'static str,
    pub(crate) value: Node<'static>,
}

/// A CloudFormation resource of the template.
#[derive(Debug)]
pub struct Resource {
    pub(crate) id: String,
    pub(crate) owner: &'static str,
    cfn_type: &'static str,
    depends_on: Vec<String>,
    properties: Node<'static>,
    attributes: Object,
}

impl Resource {
    pub(crate) fn new(
        id: String,
        owner: &'static str,
        cfn_type: &'static str,
        properties: Node<'static>,
    ) -> Self {
        Resource { id, owner, cfn_type, depends_on: Vec::new(), properties, attributes: Object::new() }
    }

    /// Creates it after the resource of that logical id. A reference does that already.
    pub fn depends_on(&mut self, id: impl Into<String>) -> &mut Self {
        self.depends_on.push(id.into());
        self
    }

    /// What happens to it when it leaves the stack or is replaced: `Retain`, `Delete` or `Snapshot`.
    pub fn deletion_policy(&mut self, policy: &'static str) -> &mut Self {
        self.attribute("DeletionPolicy", policy).attribute("UpdateReplacePolicy", policy)
    }

    /// Any other attribute, such as `Metadata`.
    pub fn attribute(&mut self, name: &'static str, value: impl Into<Node<'static>>) -> &mut Self {
        self.attributes.push(name, value);
        self
    }

    /// Its logical id.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The stack's resource that it is a part of.
    pub fn owner(&self) -> &'static str {
        self.owner
    }

    /// Its type, such as `AWS::SQS::Queue`.
    pub fn cfn_type(&self) -> &'static str {
        self.cfn_type
    }

    /// Its properties.
    pub fn properties(&self) -> &Node<'static> {
        &self.properties
    }

    pub(crate) fn depends(&self) -> &[String] {
        &self.depends_on
    }

    /// Drops dependencies on what is not in the template.
    pub(crate) fn forget(&mut self, absent: impl Fn(&str) -> bool) {
        self.depends_on.retain(|id| !absent(id));
    }

    pub(crate) fn properties_mut(&mut self) -> &mut Node<'static> {
        &mut self.properties
    }

    pub(crate) fn node(self) -> Node<'static> {
        let depends_on = (!self.depends_on.is_empty()).then(|| Node::array(self.depends_on));
        let head = Object::new().with("Type", self.cfn_type).maybe("DependsOn", depends_on);
        head.with("Properties", self.properties).and(self.attributes).node()
    }
}
