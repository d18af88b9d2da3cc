//! The kinds of resources that `stack` brings along.

mod batch_job;
mod checks;
mod environment;
mod function;
mod state_machine;

pub use batch_job::{
    BatchJob, BatchJobProperties, BatchJobReferences, JobDefinitionReferences,
    JobExecutionStateMachineReferences, JobLogGroupReferences, JobRoleReferences,
};
pub(crate) use batch_job::{Job, check as check_queues};
pub use function::{
    Function, FunctionProperties, FunctionReferences, LambdaFunctionReferences, LambdaLogGroupReferences,
    LambdaRoleReferences, LambdaUrlReferences,
};
pub use state_machine::{
    StateMachine, StateMachineItselfReferences, StateMachineLogGroupReferences, StateMachineProperties,
    StateMachineReferences, StateMachineRoleReferences,
};
