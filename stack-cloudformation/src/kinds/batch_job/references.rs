//! What a batch job gives to others.

use crate::references::param::{
    JobDefinitionArn, JobQueueArn, LogGroupArn, LogGroupName, RoleArn, RoleName, StateMachineArn,
    StateMachineName,
};

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
