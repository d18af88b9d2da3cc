//! What checks of the whole stack look at: all that its resources have emitted.

use crate::template::document::Document;
use crate::template::machine::MachineDefinition;
use crate::template::resource::Resource;

/// All that the stack's resources have emitted: what a check that a kind adds with
/// [`Scope::check`](crate::scope::Scope::check) looks at. What the user overrides has been changed already.
#[derive(Debug)]
pub struct Emitted<'a>(&'a Document);

impl<'a> Emitted<'a> {
    pub(crate) fn new(document: &'a Document) -> Self {
        Emitted(document)
    }

    /// The CloudFormation resources, in the order of the stack's fields.
    pub fn resources(&self) -> &'a [Resource] {
        &self.0.resources
    }

    /// The CloudFormation resource of that logical id: [`Scope::id`](crate::scope::Scope::id) makes one's own,
    /// [`Scope::id_of`](crate::scope::Scope::id_of) that of a parameter. None if it is not in the template, such as
    /// one that is imported.
    pub fn resource(&self, id: &str) -> Option<&'a Resource> {
        self.0.resource(id)
    }

    /// The state machines, in the order of the stack's fields.
    pub fn machines(&self) -> &'a [MachineDefinition] {
        &self.0.machines
    }
}
