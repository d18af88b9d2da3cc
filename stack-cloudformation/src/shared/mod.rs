//! What the resources of a stack share: job queues, compute environments and the network.

mod job_queue;
mod network;

use crate::kind::scope::Scope;
use crate::references::param::{
    ComputeEnvironmentArn, JobQueueArn, RoleArn, RoleName, SecurityGroupId, SubnetId, VpcId,
};
use crate::template::object::{Object, get_att, reference, sub};
use job_queue::QUEUES;
use stack_core::json::Node;
use stack_iam::Trust;

pub(crate) use job_queue::{Job, JobQueue};

crate::references! {
    /// What a stack shares, under the name `shared`. Each part is created when something refers to it
    /// or a batch job needs it, and then once.
    ///
    /// Compute environments have no instances while there are no jobs, and grow to 256 vCPUs.
    /// With `#[stack(vpc = parameters)]` the network is the user's own: the parameters `VpcId` and
    /// `SubnetIds` of the template.
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
        /// The queue for jobs on EC2 instances at the spot price, which AWS may stop at any time.
        batch_spot_job_queue: struct BatchSpotJobQueue {
            /// Its ARN.
            arn: JobQueueArn = Ref("BatchSpotJobQueue");
        }
        /// The instances of `batch_spot_job_queue`.
        batch_spot_compute_environment: struct BatchSpotComputeEnvironment {
            /// Its ARN.
            arn: ComputeEnvironmentArn = Ref("BatchSpotComputeEnvironment");
        }
        /// The queue for jobs with GPUs at the on-demand price.
        batch_on_demand_gpu_job_queue: struct BatchOnDemandGpuJobQueue {
            /// Its ARN.
            arn: JobQueueArn = Ref("BatchOnDemandGpuJobQueue");
        }
        /// The instances of `batch_on_demand_gpu_job_queue`.
        batch_on_demand_gpu_compute_environment: struct BatchOnDemandGpuComputeEnvironment {
            /// Its ARN.
            arn: ComputeEnvironmentArn = Ref("BatchOnDemandGpuComputeEnvironment");
        }
        /// The queue for jobs with GPUs at the spot price, which AWS may stop at any time.
        batch_spot_gpu_job_queue: struct BatchSpotGpuJobQueue {
            /// Its ARN.
            arn: JobQueueArn = Ref("BatchSpotGpuJobQueue");
        }
        /// The instances of `batch_spot_gpu_job_queue`.
        batch_spot_gpu_compute_environment: struct BatchSpotGpuComputeEnvironment {
            /// Its ARN.
            arn: ComputeEnvironmentArn = Ref("BatchSpotGpuComputeEnvironment");
        }
        /// The queue for jobs with `platform = "fargate"`.
        batch_fargate_job_queue: struct BatchFargateJobQueue {
            /// Its ARN.
            arn: JobQueueArn = Ref("BatchFargateJobQueue");
        }
        /// What runs the jobs of `batch_fargate_job_queue`.
        batch_fargate_compute_environment: struct BatchFargateComputeEnvironment {
            /// Its ARN.
            arn: ComputeEnvironmentArn = Ref("BatchFargateComputeEnvironment");
        }
        /// The queue for jobs with `platform = "fargate"` at the spot price, which AWS may stop at any time.
        batch_fargate_spot_job_queue: struct BatchFargateSpotJobQueue {
            /// Its ARN.
            arn: JobQueueArn = Ref("BatchFargateSpotJobQueue");
        }
        /// What runs the jobs of `batch_fargate_spot_job_queue`.
        batch_fargate_spot_compute_environment: struct BatchFargateSpotComputeEnvironment {
            /// Its ARN.
            arn: ComputeEnvironmentArn = Ref("BatchFargateSpotComputeEnvironment");
        }
        /// The role of the EC2 instances that run batch jobs.
        batch_instance_role: struct BatchInstanceRole {
            /// Its ARN.
            arn: RoleArn = GetAtt("BatchInstanceRole", "Arn");
            /// Its name.
            name: RoleName = Ref("BatchInstanceRole");
        }
        /// The VPC of batch jobs.
        vpc: struct SharedVpc {
            /// Its id.
            id: VpcId = Ref("Vpc");
        }
        /// The subnets of batch jobs, each in an availability zone of its own.
        subnets: struct SharedSubnets {
            /// The id of the first.
            first: SubnetId = Ref("Subnet1");
            /// The id of the second.
            second: SubnetId = Ref("Subnet2");
        }
        /// The security group of batch jobs: everything out, nothing in.
        security_group: struct SharedSecurityGroup {
            /// Its id.
            id: SecurityGroupId = GetAtt("SecurityGroup", "GroupId");
        }
    }
}

/// The most that a compute environment grows to.
const MAX_VCPUS: i64 = 256;

/// Adds what is needed, and what that needs.
pub(crate) fn emit(scope: &mut Scope<'_>, needed: &[&str]) {
    let wanted = |queue: &&JobQueue| needed.contains(&queue.child) || needed.contains(&queue.environment);
    let queues: Vec<&JobQueue> = QUEUES.iter().filter(wanted).collect();
    network::emit(scope, &|part| !queues.is_empty() && part != "Vpc" || needed.contains(&part));
    let instances = queues.iter().any(|queue| !queue.fargate());
    if instances || needed.contains(&"BatchInstanceRole") {
        instance_role(scope);
    }
    if instances {
        let role = reference(scope.id("BatchInstanceRole"));
        let profile = Object::new().with("Roles", Node::array([role]));
        scope.resource("BatchInstanceProfile", "AWS::IAM::InstanceProfile", profile);
    }
    for queue in queues {
        compute_environment(scope, queue);
        if needed.contains(&queue.child) {
            let environment = reference(scope.id(queue.environment));
            let order = Object::new().with("Order", 1).with("ComputeEnvironment", environment);
            let properties =
                Object::new().with("Priority", 1).with("ComputeEnvironmentOrder", Node::array([order]));
            scope.resource(queue.child, "AWS::Batch::JobQueue", properties);
        }
    }
}

/// The role of instances: to join the cluster, pull images and write logs.
fn instance_role(scope: &mut Scope<'_>) {
    let managed = "arn:${AWS::Partition}:iam::aws:policy/service-role/AmazonEC2ContainerServiceforEC2Role";
    // In China, EC2 is the one service here with a name of its own.
    let role = Object::new()
        .with("AssumeRolePolicyDocument", Trust::service("ec2.${AWS::URLSuffix}").document())
        .with("ManagedPolicyArns", Node::array([sub(managed)]));
    scope.resource("BatchInstanceRole", "AWS::IAM::Role", role);
}

/// Without a service role, Batch uses its service-linked one, and updates the environment in place.
fn compute_environment(scope: &mut Scope<'_>, queue: &JobQueue) {
    let mut resources = Object::new().with("Type", queue.kind).with("MaxvCpus", MAX_VCPUS);
    if !queue.fargate() {
        // `optimal` is whatever instance of the current families fits the job.
        let types: &[&'static str] = if queue.gpu { &["g4dn", "g5"] } else { &["optimal"] };
        let image = if queue.gpu { "ECS_AL2023_NVIDIA" } else { "ECS_AL2023" };
        let strategy = if queue.spot() { "SPOT_PRICE_CAPACITY_OPTIMIZED" } else { "BEST_FIT_PROGRESSIVE" };
        resources = resources
            .with("MinvCpus", 0)
            .with("AllocationStrategy", strategy)
            .with("InstanceTypes", Node::array(types.iter().copied()))
            .with("InstanceRole", get_att(scope.id("BatchInstanceProfile"), "Arn"))
            .with("Ec2Configuration", Node::array([Object::new().with("ImageType", image)]));
    }
    let resources = resources
        .with("Subnets", network::subnets(scope))
        .with("SecurityGroupIds", network::security_groups(scope));
    let route = network::route(scope);
    let environment = Object::new()
        .with("Type", "MANAGED")
        .with("ReplaceComputeEnvironment", false)
        .with("ComputeResources", resources);
    let added = scope.resource(queue.environment, "AWS::Batch::ComputeEnvironment", environment);
    if let Some(route) = route {
        added.depends_on(route);
    }
}
