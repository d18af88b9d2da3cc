//! Checks that a task that waits for another machine of the stack does so in a way that the machine's type supports.

use crate::error::Error;
use crate::references::machine::MachineType;
use crate::template::MachineDefinition;
use stack_core::model::{Machine, State};
use stack_core::services;

/// `.sync` asks for the state of the execution, which an Express execution does not tell; `startSyncExecution` is for
/// Express machines only.
pub(crate) fn check(machines: &[MachineDefinition]) -> Result<(), Error> {
    if machines.len() < 2 {
        return Ok(());
    }
    for machine in machines {
        for state in &Machine::new(&machine.root, machine.kind).states {
            let Some(resource) = state.node.get("Resource").and_then(services::of_resource) else { continue };
            let (wrong, help) = match services::split(resource) {
                ("states:startExecution", "sync" | "sync:2") => {
                    (MachineType::Express, "`aws-sdk:sfn:startSyncExecution` waits for an Express machine")
                }
                ("aws-sdk:sfn:startSyncExecution", _) => {
                    (MachineType::Standard, "`states:startExecution.sync:2` waits for a Standard machine")
                }
                _ => continue,
            };
            if let Some(child) = child(machine, state, machines).filter(|child| child.kind == wrong) {
                let (name, child) = (state.name.value, child.resource);
                let text = format!("the state `{name}` waits for `{child}` with `{resource}`: {help}");
                return Err(Error::of(machine.resource, text));
            }
        }
    }
    Ok(())
}

/// The machine of the stack that a task starts.
fn child<'m>(
    machine: &MachineDefinition,
    state: &State<'_>,
    machines: &'m [MachineDefinition],
) -> Option<&'m MachineDefinition> {
    let found = machine.argument(state, "StateMachineArn")?;
    machines.iter().find(|machine| machine.logical_id == found.logical_id)
}
