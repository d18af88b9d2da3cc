//! The tasks of a state machine of the template: what they call, with which references.

use crate::template::machine::{MachineDefinition, Reference};
use stack_core::json::{Hole, Json, Node};
use stack_core::model::Machine;
use stack_core::services;

/// A state of a machine that calls a service, a function or an activity.
#[derive(Clone, Copy, Debug)]
pub struct Task<'a> {
    machine: &'a MachineDefinition,
    state: &'a str,
    node: &'a Node<'a>,
}

impl MachineDefinition {
    /// Its tasks, those inside of other states too.
    pub fn tasks(&self) -> Vec<Task<'_>> {
        let states = Machine::new(&self.root, self.kind).states;
        let tasks = states.iter().filter(|state| state.node.get("Resource").is_some());
        tasks.map(|state| Task { machine: self, state: state.name.value, node: state.node }).collect()
    }
}

impl<'a> Task<'a> {
    /// The state's name.
    pub fn state(&self) -> &'a str {
        self.state
    }

    /// The service integration that it calls, such as `batch:submitJob.sync`; none if it runs a function or an
    /// activity.
    pub fn integration(&self) -> Option<&'a str> {
        services::of_resource(self.node.get("Resource")?)
    }

    /// Whether it passes a parameter of that name, as a value or as a path.
    pub fn has_parameter(&self, name: &str) -> bool {
        let has = |parameters: &Node<'_>| {
            parameters.get(name).is_some() || parameters.get(&format!("{name}.$")).is_some()
        };
        self.parameters().is_some_and(has)
    }

    /// The reference that its parameter `name` is; none if it is something else.
    pub fn reference(&self, name: &str) -> Option<&'a Reference> {
        self.reference_at(self.parameters()?.get(name)?)
    }

    /// The reference that a value among its parameters is; none if it is something else.
    pub(crate) fn reference_at(&self, value: &Node<'_>) -> Option<&'a Reference> {
        match value.json {
            Json::Hole(Hole::Reference(number)) => self.machine.references.get(number as usize),
            _ => None,
        }
    }

    /// What it passes on: its `Parameters`, or in JSONata its `Arguments`.
    pub(crate) fn parameters(&self) -> Option<&'a Node<'a>> {
        self.node.get("Parameters").or_else(|| self.node.get("Arguments"))
    }
}
