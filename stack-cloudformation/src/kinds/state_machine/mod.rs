//! A state machine with its role and its log group.

mod definition;
mod emit;
mod fifo;
mod job_queue;
mod nested;
mod own_policy;
mod properties;
mod table;
mod tasks;

use crate::error::Error;
use crate::kind::BelongsTo;
use crate::kind::Kind;
use crate::kind::scope::Scope;
use crate::references::machine::{Machine, MachineType};
use crate::references::param::{
    LogGroupArn, LogGroupName, RoleArn, RoleName, StateMachineArn, StateMachineName, Text,
};
use crate::references::uses::Use;
use std::marker::PhantomData;

pub(crate) use definition::FilledDefinition;
pub(crate) use emit::trust;
pub use properties::StateMachineProperties;

/// A Step Functions state machine with the definition `M`, and a role of its own.
///
/// ```ignore
/// #[resource(logging = "ERROR")]
/// buying: StateMachine<BuyingProcess>,
/// ```
///
/// The role may do what the definition needs, and nothing else: call the functions that it
/// calls, submit the jobs that it submits, read the bucket that a distributed Map reads. Where a state
/// computes a resource, such as `TableName.$`, the role may do it on all that there may be, and a note on
/// stderr says so, until `grants` says on which.
///
/// `Machine::TYPE` says whether it is Standard or Express. The properties are on
/// [`StateMachineProperties`], the parameters that others can refer to on [`StateMachineReferences`].
///
/// One that is there already is an [`Imported<StateMachine>`](super::Imported), without `M`.
pub struct StateMachine<M = ()>(PhantomData<fn() -> M>);

impl<M> std::fmt::Debug for StateMachine<M> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("StateMachine")
    }
}

impl<S, M: Machine + BelongsTo<S>> BelongsTo<S> for StateMachine<M> {}

impl<M: Machine> Kind for StateMachine<M> {
    type Properties = StateMachineProperties;
    type References = StateMachineReferences;
    const NEW: StateMachineProperties = StateMachineProperties::new(matches!(M::TYPE, MachineType::Express));
    const USES: &'static [Use] = M::USES;

    fn emit(properties: &StateMachineProperties, scope: &mut Scope<'_>) -> Result<(), Error> {
        let definition = FilledDefinition::read(scope, M::NAME, M::TYPE, M::DEFINITION, M::ALLOWS)?;
        emit::emit(properties, definition, scope)
    }
}

crate::references! {
    /// The parameters of a state machine that others can refer to.
    pub struct StateMachineReferences {
        /// The machine's ARN.
        arn: StateMachineArn = Ref("StateMachine");
        /// The machine's name.
        name: StateMachineName = GetAtt("StateMachine", "Name");
        /// The ARN of its log group, if it logs.
        log_group_arn: LogGroupArn = GetAtt("LogGroup", "Arn");
        /// The machine itself.
        state_machine: struct StateMachineItselfReferences {
            /// Its ARN.
            arn: StateMachineArn = Ref("StateMachine");
            /// Its name.
            name: StateMachineName = GetAtt("StateMachine", "Name");
            /// The id of the definition's revision.
            revision_id: Text = GetAtt("StateMachine", "StateMachineRevisionId");
        }
        /// The role that it runs with.
        role: struct StateMachineRoleReferences {
            /// Its ARN.
            arn: RoleArn = GetAtt("Role", "Arn");
            /// Its name.
            name: RoleName = Ref("Role");
        }
        /// The group that it logs to, if it logs.
        log_group: struct StateMachineLogGroupReferences {
            /// Its ARN, which ends in `:*`.
            arn: LogGroupArn = GetAtt("LogGroup", "Arn");
            /// Its name.
            name: LogGroupName = Ref("LogGroup");
        }
    }
}
