//! A machine that is started synchronously is an Express one: Step Functions has no `StartSyncExecution` for others.

use crate::error::Error;
use crate::machine::MachineType;
use crate::template::MachineDefinition;
use stack_core::json::{Hole, Json, Node};
use stack_core::model::Machine;
use stack_core::services;

const SYNC: &str = "aws-sdk:sfn:startSyncExecution";

/// Looks at all tasks that start one of the stack's machines.
pub(crate) fn check(machines: &[MachineDefinition]) -> Result<(), Error> {
    for machine in machines {
        for state in &Machine::new(&machine.root, machine.kind).states {
            if state.node.get("Resource").and_then(services::of_resource) != Some(SYNC) {
                continue;
            }
            let parameters = state.node.get("Parameters").or_else(|| state.node.get("Arguments"));
            let started =
                parameters.and_then(|it| it.get("StateMachineArn")).and_then(|arn| id(machine, arn));
            let standard = machines
                .iter()
                .find(|it| started == Some(&it.logical_id) && it.kind == MachineType::Standard);
            if let Some(standard) = standard {
                let text = format!(
                    "the state `{}` starts `{}` synchronously, which is a Standard machine\n\
                     help: make it `#[express]`, or wait for it with `states:startExecution.sync:2`",
                    state.name.value, standard.resource
                );
                return Err(Error::of(machine.resource, text));
            }
        }
    }
    Ok(())
}

/// The logical id that a reference is to.
fn id<'m>(machine: &'m MachineDefinition, value: &Node<'_>) -> Option<&'m String> {
    let Json::Hole(Hole::Reference(number)) = value.json else { return None };
    Some(&machine.references.get(usize::try_from(number).ok()?)?.logical_id)
}
