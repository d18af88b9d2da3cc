//! The kinds of resources that `stack` brings along.

mod batch_job;
mod checks;
mod function;
mod state_machine;

pub use batch_job::{BatchJob, BatchJobProperties, BatchJobReferences};
pub use function::{Function, FunctionProperties, FunctionReferences};
pub use state_machine::{StateMachine, StateMachineProperties, StateMachineReferences};
