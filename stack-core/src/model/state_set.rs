//! A set of states of one machine.

use super::machine::{Machine, StateId};

/// Some states of a machine.
#[derive(Debug)]
pub(crate) struct StateSet(Vec<bool>);

impl StateSet {
    /// None of the machine's states yet.
    pub(crate) fn new(machine: &Machine<'_>) -> Self {
        StateSet(vec![false; machine.states.len()])
    }

    /// Adds a state; whether it is new.
    pub(crate) fn add(&mut self, state: StateId) -> bool {
        self.0.get_mut(state).is_some_and(|there| !std::mem::replace(there, true))
    }

    /// Whether the state is among them.
    pub(crate) fn contains(&self, state: StateId) -> bool {
        self.0.get(state) == Some(&true)
    }
}
