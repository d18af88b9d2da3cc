//! A task that waits for another machine of the stack does so in a way that the machine's type supports.

use crate::references::machine::MachineType;
use crate::template::{Emitted, Task};
use stack_core::services;

/// `.sync` asks for the state of the execution, which an Express execution does not tell; `startSyncExecution` is for
/// Express machines only.
pub(super) fn fault(task: &Task<'_>, emitted: &Emitted<'_>) -> Option<String> {
    let resource = task.integration()?;
    let (wrong, help) = match services::split(resource) {
        ("states:startExecution", "sync" | "sync:2") => {
            (MachineType::Express, "`aws-sdk:sfn:startSyncExecution` waits for an Express machine")
        }
        ("aws-sdk:sfn:startSyncExecution", _) => {
            (MachineType::Standard, "`states:startExecution.sync:2` waits for a Standard machine")
        }
        _ => return None,
    };
    let started = task.reference("StateMachineArn")?;
    let child = emitted.machines().iter().find(|machine| machine.logical_id == started.logical_id)?;
    (child.kind == wrong).then(|| {
        let (name, child) = (task.state(), child.resource);
        format!("the state `{name}` waits for `{child}` with `{resource}`: {help}")
    })
}
