//! A job that is submitted to one of the stack's queues can run there.

use crate::error::Error;
use crate::shared::Queue;
use crate::template::MachineDefinition;
use stack_core::model::Machine;

/// What a job needs of its queue.
#[derive(Debug)]
pub(crate) struct Job {
    pub(crate) resource: &'static str,
    pub(crate) fargate: bool,
    pub(crate) gpu: bool,
}

/// The machines submit the jobs to queues that run such jobs: Batch would refuse the others, or never
/// start them.
pub(crate) fn check(machines: &[MachineDefinition], jobs: &[Job]) -> Result<(), Error> {
    if jobs.is_empty() {
        return Ok(());
    }
    for machine in machines {
        for state in &Machine::new(&machine.root, machine.kind).states {
            let job = machine
                .argument(state, "JobDefinition")
                .map(|job| job.param)
                .filter(|job| job.child == "JobDefinition")
                .and_then(|found| jobs.iter().find(|job| job.resource == found.resource));
            let queue = machine
                .argument(state, "JobQueue")
                .map(|queue| queue.param)
                .filter(|queue| queue.resource == "shared")
                .and_then(|queue| Queue::find(queue.child));
            if let Some(why) = job.zip(queue).and_then(|(job, queue)| misfit(job, queue)) {
                let text = format!("the state `{}` submits {why}", state.name.value);
                return Err(Error::of(machine.resource, text));
            }
        }
    }
    Ok(())
}

/// Why the job cannot run in the queue, and where it can; none if it can.
pub(crate) fn misfit(job: &Job, queue: &Queue) -> Option<String> {
    let (needs, has) = match (job.fargate, queue.fargate()) {
        (true, false) => ("runs on Fargate", "runs jobs on EC2 instances"),
        (false, true) => ("runs on EC2 instances", "runs jobs on Fargate"),
        _ if job.gpu && !queue.gpu => ("needs GPUs", "has none"),
        _ => return None,
    };
    let right = Queue::of(job.fargate, queue.spot(), job.gpu);
    Some(format!(
        "`{}`, which {needs}, to `shared.{}`, which {has}: use `shared.{}.arn`",
        job.resource, queue.name, right.name
    ))
}
