//! The kinds of resources that `stack` brings along.

mod checks;
mod function;
mod state_machine;

pub use function::{Function, FunctionProperties, FunctionReferences};
pub use state_machine::{StateMachine, StateMachineProperties, StateMachineReferences};
