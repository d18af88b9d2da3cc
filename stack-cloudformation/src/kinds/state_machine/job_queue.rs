//! A job that a task submits to one of the stack's queues can run there: Batch would refuse any other, or never start
//! it.

use crate::shared::{Job, JobQueue};
use crate::template::{Emitted, Task};

/// Why a job of the stack cannot run in the shared queue that it is submitted to.
pub(super) fn fault(task: &Task<'_>, emitted: &Emitted<'_>) -> Option<String> {
    let job = emitted.resource(&task.reference("JobDefinition")?.logical_id).and_then(Job::of)?;
    let queue = task.reference("JobQueue")?.param;
    let queue = JobQueue::find(queue.child).filter(|_| queue.resource == "shared")?;
    Some(format!("the state `{}` submits {}", task.state(), queue.misfit(&job)?))
}
