//! What the resources of a stack share: job queues, compute environments and the network.

use crate::param::{ComputeEnvironmentArn, JobQueueArn};

crate::references! {
    /// What a stack shares. Created when something refers to it, or a batch job needs it.
    pub struct SharedReferences {
        /// The queue for jobs on EC2 instances at the on-demand price.
        batch_on_demand_job_queue: struct BatchOnDemandJobQueue {
            /// Its ARN.
            arn: JobQueueArn = Ref("BatchOnDemandJobQueue");
        }
        /// The instances of `batch_on_demand_job_queue`.
        batch_on_demand_compute_environment: struct BatchOnDemandComputeEnvironment {
            /// Its ARN.
            arn: ComputeEnvironmentArn = Ref("BatchOnDemandComputeEnvironment");
        }
    }
}
pub(crate) fn emit(_scope: &mut crate::scope::Scope<'_>, _needed: &std::collections::BTreeSet<&'static str>) {
}
