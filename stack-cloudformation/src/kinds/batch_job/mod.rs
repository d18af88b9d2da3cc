//! A container that AWS Batch runs to its end, with its role and its log group.

mod emit;
mod fargate;
mod properties;

use crate::error::Error;
use crate::kind::BelongsTo;
use crate::kind::Kind;
use crate::kind::scope::Scope;
use crate::references::param::{
    JobDefinitionArn, JobQueueArn, LogGroupArn, LogGroupName, RoleArn, RoleName, StateMachineArn,
    StateMachineName,
};

pub use properties::BatchJobProperties;

/// A job for AWS Batch: a container that runs to its end, on EC2 instances or on Fargate.
///
/// ```ignore
/// #[resource(entryfile_path = "jobs/report.ts", cpu = 2, memory = 7800)]
/// generate_report: BatchJob,
/// ```
///
/// A state machine submits it with `batch:submitJob.sync` to one of the stack's queues, such as
/// `shared.batch_on_demand_job_queue`. The properties are on [`BatchJobProperties`], the parameters that
/// others can refer to on [`BatchJobReferences`]. The container may do what `iam_role_statements` says,
/// nothing else.
#[derive(Debug)]
pub struct BatchJob {
    _private: (),
}

impl<S> BelongsTo<S> for BatchJob {}

impl Kind for BatchJob {
    type Properties = BatchJobProperties;
    type References = BatchJobReferences;
    const NEW: BatchJobProperties = BatchJobProperties::new();

    fn emit(properties: &BatchJobProperties, scope: &mut Scope<'_>) -> Result<(), Error> {
        emit::emit(properties, scope);
        Ok(())
    }
}

crate::references! {
    /// The parameters of a batch job that others can refer to.
    pub struct BatchJobReferences {
        /// The ARN of the job definition, with its revision.
        job_definition_arn: JobDefinitionArn = Ref("JobDefinition");
        /// The ARN of the queue that suits it, one of those that the stack shares: on demand, or with
        /// `use_spot_instances` at the spot price.
        job_queue_arn: JobQueueArn = Ref("JobQueue");
        /// The ARN of its own state machine, if `state_machine = true`.
        state_machine_arn: StateMachineArn = Ref("JobExecutionStateMachine");
        /// The ARN of its log group.
        log_group_arn: LogGroupArn = GetAtt("LogGroup", "Arn");
        /// The job definition.
        job_definition: struct JobDefinitionReferences {
            /// Its ARN, with its revision.
            arn: JobDefinitionArn = Ref("JobDefinition");
        }
        /// Its own state machine, if `state_machine = true`.
        job_execution_state_machine: struct JobExecutionStateMachineReferences {
            /// Its ARN.
            arn: StateMachineArn = Ref("JobExecutionStateMachine");
            /// Its name.
            name: StateMachineName = GetAtt("JobExecutionStateMachine", "Name");
        }
        /// The role of the container.
        job_role: struct JobRoleReferences {
            /// Its ARN.
            arn: RoleArn = GetAtt("Role", "Arn");
            /// Its name.
            name: RoleName = Ref("Role");
        }
        /// The group that it logs to.
        log_group: struct JobLogGroupReferences {
            /// Its ARN, which ends in `:*`.
            arn: LogGroupArn = GetAtt("LogGroup", "Arn");
            /// Its name.
            name: LogGroupName = Ref("LogGroup");
        }
    }
}
