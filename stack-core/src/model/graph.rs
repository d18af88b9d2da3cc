//! Which state can be reached from where: walks over the transitions, in linear time.

use super::machine::{ContainerId, Machine, State, StateId, Transition};
use super::state_set::StateSet;
use crate::language::StateKind;

/// What the walks from every container's start came by.
#[derive(Debug)]
pub struct Graph {
    reached: StateSet,
    partial: Vec<bool>,
}

impl Transition<'_> {
    /// The state it leads to; for a misspelt name, the one that was probably meant.
    pub fn leads_to(&self) -> Option<StateId> {
        self.to.or(self.meant)
    }
}

impl Graph {
    /// Walks every container of the machine from its start.
    pub(crate) fn new(machine: &Machine<'_>) -> Self {
        let mut graph = Graph { reached: StateSet::new(machine), partial: Vec::new() };
        for container in &machine.containers {
            let mut partial = container.partial || container.start.is_none();
            let mut open = Vec::new();
            if let Some(start) = &container.start {
                partial |= !graph.visit(start, &mut open);
            }
            while let Some(state) = open.pop().and_then(|id| machine.states.get(id)) {
                partial |= state.partial;
                for transition in &state.transitions {
                    partial |= !graph.visit(transition, &mut open);
                }
            }
            graph.partial.push(partial);
        }
        graph
    }

    /// Whether a state is reached from its container's start.
    pub fn is_reached(&self, state: StateId) -> bool {
        self.reached.contains(state)
    }

    /// Whether some transition in the container could not be followed, so that more of its states may be reached.
    pub fn is_partial(&self, container: ContainerId) -> bool {
        self.partial.get(container) != Some(&false)
    }

    /// Notes where the transition leads; false if that is unknown.
    fn visit(&mut self, transition: &Transition<'_>, open: &mut Vec<StateId>) -> bool {
        let Some(to) = transition.leads_to() else { return false };
        if self.reached.add(to) {
            open.push(to);
        }
        true
    }
}

/// The states of the machine from which an end of their container can be reached.
/// Where it is unknown where a state goes, an end is taken for granted.
pub(crate) fn can_end(machine: &Machine<'_>) -> StateSet {
    let mut ends = StateSet::new(machine);
    let mut open = Vec::new();
    // For each state, those that lead to it.
    let mut before = vec![Vec::new(); machine.states.len()];
    for state in &machine.states {
        if may_end(state) {
            ends.add(state.id);
            open.push(state.id);
        }
        for to in state.transitions.iter().filter_map(Transition::leads_to) {
            if let Some(before) = before.get_mut(to) {
                before.push(state.id);
            }
        }
    }
    while let Some(id) = open.pop() {
        for &from in before.get(id).into_iter().flatten() {
            if ends.add(from) {
                open.push(from);
            }
        }
    }
    ends
}

/// A state and all that it leads to, in the order in which they are found: those that `may_enter` lets in and that
/// are not covered yet. Then they are.
pub(crate) fn walk_from(
    machine: &Machine<'_>,
    start: StateId,
    covered: &mut StateSet,
    may_enter: &dyn Fn(StateId) -> bool,
) -> Vec<StateId> {
    let mut found = Vec::new();
    if covered.add(start) {
        found.push(start);
    }
    let mut next = 0;
    while let Some(state) = found.get(next).and_then(|&id| machine.states.get(id)) {
        next += 1;
        for to in state.transitions.iter().filter_map(Transition::leads_to) {
            if may_enter(to) && covered.add(to) {
                found.push(to);
            }
        }
    }
    found
}

/// Whether the state is an end, or might be one for all that is known.
pub fn may_end(state: &State<'_>) -> bool {
    state.terminal
        || state.partial
        || state.transitions.iter().any(|transition| transition.leads_to().is_none())
}

/// For each state, which of its branches have a Fail state. When one of them reaches it, the Parallel state ends all other branches, so those
/// may loop without an end of their own.
pub struct FailingSiblings(Vec<Vec<ContainerId>>);

impl FailingSiblings {
    /// Looks into all branches.
    pub fn new(machine: &Machine<'_>) -> Self {
        let mut siblings = vec![Vec::new(); machine.states.len()];
        for (id, container) in machine.containers.iter().enumerate() {
            let breaks = || machine.states_of(container).any(|state| state.kind == Some(StateKind::Fail));
            // With two, at least one is not the branch that asks.
            if let Some(list) = container.owner.and_then(|owner| siblings.get_mut(owner))
                && list.len() < 2
                && breaks()
            {
                list.push(id);
            }
        }
        FailingSiblings(siblings)
    }

    /// Whether another branch of a Parallel state around the container can end it.
    pub fn end(&self, machine: &Machine<'_>, container: ContainerId) -> bool {
        let mut inner = container;
        while let Some(owner) = machine.containers.get(inner).and_then(|container| container.owner) {
            if self.0.get(owner).is_some_and(|list| list.iter().any(|&it| it != inner)) {
                return true;
            }
            let Some(state) = machine.states.get(owner) else { break };
            inner = state.container;
        }
        false
    }
}
