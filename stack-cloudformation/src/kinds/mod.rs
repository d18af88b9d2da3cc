//! The kinds of resources that `stack` brings along.

mod activity;
mod batch_job;
mod bucket;
mod checks;
mod cors;
mod environment;
mod event_bus;
mod event_rule;
mod fifo;
mod function;
mod http_api;
mod imported;
pub(crate) mod json;
mod nested;
mod output;
mod parameter;
mod pseudo;
mod queue;
mod raw;
mod schedule;
mod secret;
mod setters;
mod ssm_parameter;
mod state_machine;
mod table;
mod target;
mod topic;
mod values;

pub use activity::{Activity, ActivityProperties, ActivityReferences};
pub use batch_job::{
    BatchJob, BatchJobProperties, BatchJobReferences, JobDefinitionReferences,
    JobExecutionStateMachineReferences, JobLogGroupReferences, JobRoleReferences,
};
pub(crate) use batch_job::{Job, check as check_queues};
pub use bucket::{Bucket, BucketProperties, BucketReferences};
pub(crate) use checks::{Pairs, is_one_of, starts_with};
pub use event_bus::{EventBus, EventBusProperties, EventBusReferences};
pub use event_rule::{EventRule, EventRuleProperties, EventRuleReferences};
pub(crate) use fifo::check as check_fifo;
pub use function::{
    Function, FunctionProperties, FunctionReferences, LambdaFunctionReferences, LambdaLogGroupReferences,
    LambdaRoleReferences, LambdaUrlReferences,
};
pub use http_api::{HttpApi, HttpApiLogGroupReferences, HttpApiProperties, HttpApiReferences};
pub use imported::{Import, Imported, ImportedProperties};
pub(crate) use nested::check as check_nested;
pub use output::{Output, OutputProperties, OutputReferences};
pub use parameter::{Parameter, ParameterProperties, ParameterReferences};
pub(crate) use pseudo::NAMES as PSEUDO_PARAMETERS;
pub(crate) use queue::check_redrive;
pub use queue::{Queue, QueueProperties, QueueReferences};
pub use raw::{RawProperties, require_type};
pub use schedule::{Schedule, ScheduleProperties, ScheduleReferences, ScheduleRoleReferences};
pub use secret::{Secret, SecretProperties, SecretReferences};
pub use ssm_parameter::{SsmParameter, SsmParameterProperties, SsmParameterReferences};
pub(crate) use state_machine::{OwnPolicy, order};
pub use state_machine::{
    StateMachine, StateMachineItselfReferences, StateMachineLogGroupReferences, StateMachineProperties,
    StateMachineReferences, StateMachineRoleReferences,
};
pub use table::{Table, TableProperties, TableReferences};
pub use topic::{Topic, TopicProperties, TopicReferences};
