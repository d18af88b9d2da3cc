//! A job that is submitted to one of the stack's queues can run there.

use crate::error::Error;
use crate::param::AnyParam;
use crate::shared::Queue;
use crate::template::MachineDefinition;
use stack_core::json::{Hole, Json};
use stack_core::model::{Machine, State};

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
            let job = param(machine, state, "JobDefinition")
                .filter(|job| job.child == "JobDefinition")
                .and_then(|found| jobs.iter().find(|job| job.resource == found.resource));
            let queue = param(machine, state, "JobQueue")
                .filter(|queue| queue.resource == "shared")
                .and_then(|queue| Queue::find(queue.child));
            if let (Some(job), Some(queue)) = (job, queue) {
                fits(machine, state, job, queue)?;
            }
        }
    }
    Ok(())
}

fn fits(machine: &MachineDefinition, state: &State<'_>, job: &Job, queue: &Queue) -> Result<(), Error> {
    let (needs, has) = match (job.fargate, queue.fargate()) {
        (true, false) => ("runs on Fargate", "runs jobs on EC2 instances"),
        (false, true) => ("runs on EC2 instances", "runs jobs on Fargate"),
        _ if job.gpu && !queue.gpu => ("needs GPUs", "has none"),
        _ => return Ok(()),
    };
    let right = Queue::of(job.fargate, queue.spot(), job.gpu);
    let text = format!(
        "the state `{}` submits `{}`, which {needs}, to `shared.{}`, which {has}: use `shared.{}.arn`",
        state.name.value, job.resource, queue.name, right.name
    );
    Err(Error::of(machine.resource, text))
}

/// The parameter of a resource that a task is given as `name`.
fn param(machine: &MachineDefinition, state: &State<'_>, name: &str) -> Option<AnyParam> {
    let parameters = state.node.get("Parameters").or_else(|| state.node.get("Arguments"))?;
    match parameters.get(name)?.json {
        Json::Hole(Hole::Reference(number)) => Some(machine.references.get(number as usize)?.param),
        _ => None,
    }
}
