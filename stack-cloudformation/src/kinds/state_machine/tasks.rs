//! Checks of a machine's tasks against the resources of the stack that they refer to.

use super::{fifo, job_queue, nested, table};
use crate::error::Error;
use crate::template::{Emitted, Task};

type Fault = fn(&Task<'_>, &Emitted<'_>) -> Option<String>;

/// What may be wrong with a task.
const FAULTS: [Fault; 4] = [job_queue::fault, fifo::fault, nested::fault, table::fault];

/// An error for the first task of the machine that cannot work with what it refers to.
pub(super) fn check(logical_id: &str, emitted: &Emitted<'_>) -> Result<(), Error> {
    for machine in emitted.machines().iter().filter(|machine| machine.logical_id == logical_id) {
        let tasks = machine.tasks();
        let faults = FAULTS.iter().flat_map(|fault| tasks.iter().filter_map(|task| fault(task, emitted)));
        if let Some(text) = faults.into_iter().next() {
            return Err(Error::of(machine.resource, text));
        }
    }
    Ok(())
}
