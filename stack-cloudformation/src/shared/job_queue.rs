//! The job queues of a stack, and which jobs can run in them.

use crate::template::resource::Resource;
use stack_core::json::Node;

/// A job queue and the compute environment behind it.
pub(crate) struct JobQueue {
    pub(super) child: &'static str,
    /// What it is called in a reference.
    pub(crate) name: &'static str,
    pub(super) environment: &'static str,
    pub(super) kind: &'static str,
    pub(crate) gpu: bool,
}

macro_rules! queues {
    ($($child:literal $name:ident, $environment:literal: $kind:literal $gpu:literal;)*) => {
        pub(super) const QUEUES: &[JobQueue] = &[$(JobQueue {
            child: $child,
            name: stringify!($name),
            environment: $environment,
            kind: $kind,
            gpu: $gpu,
        }),*];
    };
}

queues! {
    "BatchOnDemandJobQueue" batch_on_demand_job_queue, "BatchOnDemandComputeEnvironment": "EC2" false;
    "BatchSpotJobQueue" batch_spot_job_queue, "BatchSpotComputeEnvironment": "SPOT" false;
    "BatchOnDemandGpuJobQueue" batch_on_demand_gpu_job_queue, "BatchOnDemandGpuComputeEnvironment": "EC2" true;
    "BatchSpotGpuJobQueue" batch_spot_gpu_job_queue, "BatchSpotGpuComputeEnvironment": "SPOT" true;
    "BatchFargateJobQueue" batch_fargate_job_queue, "BatchFargateComputeEnvironment": "FARGATE" false;
    "BatchFargateSpotJobQueue" batch_fargate_spot_job_queue, "BatchFargateSpotComputeEnvironment": "FARGATE_SPOT" false;
}

impl JobQueue {
    pub(crate) fn fargate(&self) -> bool {
        self.kind.starts_with("FARGATE")
    }

    pub(crate) fn spot(&self) -> bool {
        self.kind.ends_with("SPOT")
    }

    /// As part of a logical id.
    pub(crate) fn child(&self) -> &'static str {
        self.child
    }

    /// The queue for such jobs.
    pub(crate) fn of(fargate: bool, spot: bool, gpu: bool) -> &'static JobQueue {
        let fits = |queue: &&JobQueue| queue.fargate() == fargate && queue.spot() == spot && queue.gpu == gpu;
        // Every combination is there but GPUs on Fargate, which no job can have.
        QUEUES.iter().find(fits).unwrap_or(&QUEUES[0])
    }

    /// The queue of that logical id, less `Shared`.
    pub(crate) fn find(child: &str) -> Option<&'static JobQueue> {
        QUEUES.iter().find(|queue| queue.child == child)
    }

    /// Why the job cannot run there, and where it can; none if it can.
    pub(crate) fn misfit(&self, job: &Job) -> Option<String> {
        let (needs, has) = match (job.fargate, self.fargate()) {
            (true, false) => ("runs on Fargate", "runs jobs on EC2 instances"),
            (false, true) => ("runs on EC2 instances", "runs jobs on Fargate"),
            _ if job.gpu && !self.gpu => ("needs GPUs", "has none"),
            _ => return None,
        };
        let right = JobQueue::of(job.fargate, self.spot(), job.gpu);
        Some(format!(
            "`{}`, which {needs}, to `shared.{}`, which {has}: use `shared.{}.arn`",
            job.resource, self.name, right.name
        ))
    }
}

/// What a job needs of its queue.
#[derive(Debug)]
pub(crate) struct Job {
    /// The stack's resource.
    pub(crate) resource: &'static str,
    pub(crate) fargate: bool,
    pub(crate) gpu: bool,
}

impl Job {
    /// What a job definition of the template says; none if it says nothing of where it runs.
    pub(crate) fn of(definition: &Resource) -> Option<Self> {
        let properties = definition.properties();
        let [platform] = properties.get("PlatformCapabilities")?.as_array()? else { return None };
        let fargate = match platform.as_str()? {
            "FARGATE" => true,
            "EC2" => false,
            _ => return None,
        };
        let requirements = properties.get("ContainerProperties")?.get("ResourceRequirements");
        let requirements = requirements.and_then(Node::as_array).unwrap_or_default();
        let is_gpu = |requirement: &Node<'_>| requirement.get("Type").and_then(Node::as_str) == Some("GPU");
        Some(Job { resource: definition.owner(), fargate, gpu: requirements.iter().any(is_gpu) })
    }
}
