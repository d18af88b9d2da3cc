//! The template in the making: its sections, and what is known of it besides.

use crate::template::artifact::Artifact;
use crate::template::machine::MachineDefinition;
use crate::template::prerequisites::Prerequisite;
use crate::template::resource::{Entry, Resource};

/// All that the stack's resources have emitted so far.
#[derive(Debug, Default)]
pub(crate) struct Document {
    pub(crate) resources: Vec<Resource>,
    pub(crate) parameters: Vec<Entry>,
    pub(crate) outputs: Vec<Entry>,
    /// Outputs that are left out of a template with too many of them.
    pub(crate) minor_outputs: Vec<Entry>,
    pub(crate) artifacts: Vec<Artifact>,
    pub(crate) machines: Vec<MachineDefinition>,
    pub(crate) prerequisites: Vec<Prerequisite>,
    pub(crate) notes: Vec<String>,
}

impl Document {
    /// The resource of that logical id.
    pub(crate) fn resource(&self, id: &str) -> Option<&Resource> {
        self.resources.iter().find(|resource| resource.id == id)
    }

    /// The resource of that logical id, which is made and added if it is not there yet.
    pub(crate) fn resource_or_add(&mut self, id: &str, make: impl FnOnce() -> Resource) -> &mut Resource {
        let at = self.resources.iter().position(|resource| resource.id == id).unwrap_or_else(|| {
            self.resources.push(make());
            self.resources.len() - 1
        });
        &mut self.resources[at]
    }

    /// Adds a resource.
    pub(crate) fn add(&mut self, resource: Resource) -> &mut Resource {
        self.resources.push(resource);
        let last = self.resources.len() - 1;
        &mut self.resources[last]
    }

    /// Every output, the minor ones last.
    pub(crate) fn all_outputs(&self) -> impl Iterator<Item = &Entry> {
        self.outputs.iter().chain(&self.minor_outputs)
    }
}
