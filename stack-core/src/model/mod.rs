//! A machine as rules see it: its states, containers and transitions, borrowed from the value that was read.
//!
//! The model enforces nothing: it holds wrong machines too, because rules need something to look at.

mod build;
mod graph;
mod machine;
mod state_set;
mod wording;

pub use graph::{FailingSiblings, Graph, may_end};
pub(crate) use graph::{can_end, walk_from};
pub use machine::{Container, ContainerId, Machine, State, StateId, Transition, Via};
pub(crate) use state_set::StateSet;
