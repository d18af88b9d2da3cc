//! Which variables have a value where: the transitions of a machine are followed with a bit for each variable.

use crate::analysis::assignments::{assigned_in, assignments};
use crate::index::Index;
use crate::json::{Member, Node};
use crate::language::StateKind;
use crate::model::{Machine, State, StateId, Transition, Via};
use std::cell::OnceCell;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// What is known of the variables when a state is entered.
#[derive(Debug)]
pub(crate) struct Flow<'m> {
    machine: &'m Machine<'m>,
    /// The number of each variable.
    numbers: Index<'m>,
    /// For each variable, who assigns it first.
    by: Vec<&'m State<'m>>,
    /// For each state that is reached, the variables that may have a value.
    assigned: Sets,
    /// For each state that is reached, the variables that some execution enters it without.
    lacking: Sets,
    /// For each state the variables that no execution gets beyond it without.
    needed: Sets,
    /// For each state the transitions that lead to it: from which state, and which of its transitions.
    before: OnceCell<Vec<Vec<(StateId, usize)>>>,
}

/// For each state that is reached, some of the variables.
type Sets = Vec<Option<Set>>;

/// A bit for each variable.
#[derive(Clone, Debug)]
struct Set(Vec<u64>);

impl Set {
    fn has(&self, number: usize) -> bool {
        self.0.get(number / 64).is_some_and(|word| word >> (number % 64) & 1 == 1)
    }

    fn put(&mut self, number: usize, there: bool) {
        let Some(word) = self.0.get_mut(number / 64) else { return };
        *word = *word & !(1 << (number % 64)) | u64::from(there) << (number % 64);
    }

    fn remove(&mut self, others: &Set) {
        self.0.iter_mut().zip(&others.0).for_each(|(word, other)| *word &= !other);
    }

    /// Whether that makes it larger.
    fn add(&mut self, others: &Set) -> bool {
        let mut grown = false;
        for (word, other) in self.0.iter_mut().zip(&others.0) {
            grown |= other & !*word != 0;
            *word |= other;
        }
        grown
    }
}

impl<'m> Flow<'m> {
    /// Follows all transitions. No execution gets beyond a state with a variable that it `needs` and that has no value.
    pub(crate) fn new(machine: &'m Machine<'m>, needs: &[(StateId, &str)]) -> Self {
        let (mut numbers, mut by) = (Index::new(), Vec::new());
        for state in &machine.states {
            for (name, _) in assignments(state) {
                if numbers.get_or_set(name, by.len()) == by.len() {
                    by.push(state);
                }
            }
        }
        let words = by.len().div_ceil(64);
        let nothing = vec![None; machine.states.len()];
        let (assigned, lacking, needed) = (nothing.clone(), nothing.clone(), nothing);
        let mut flow = Flow { machine, numbers, by, assigned, lacking, needed, before: OnceCell::new() };
        for &(state, name) in needs {
            let Some(number) = flow.numbers.get(name) else { continue };
            if let Some(needed) = flow.needed.get_mut(state) {
                needed.get_or_insert(Set(vec![0; words])).put(number, true);
            }
        }
        // A container comes after the one around it, so what its owner knows is settled.
        for (id, container) in machine.containers.iter().enumerate() {
            let (mut assigned, mut lacking) = (Set(vec![0; words]), Set(vec![u64::MAX; words]));
            if let Some(owner) = container.owner {
                let (Some(outer), Some(without)) = (at(&flow.assigned, owner), at(&flow.lacking, owner))
                else {
                    continue;
                };
                if machine.around(id).next().is_some() {
                    assigned = outer.clone();
                    lacking = without.clone();
                    at(&flow.needed, owner).into_iter().for_each(|needed| lacking.remove(needed));
                }
            }
            let Some(start) = container.start.as_ref().and_then(Transition::leads_to) else { continue };
            let mut sets = std::mem::take(&mut flow.assigned);
            flow.walk(start, assigned, &mut sets, true, &|_, _| {});
            flow.assigned = sets;
            let mut sets = std::mem::take(&mut flow.lacking);
            flow.walk(start, lacking, &mut sets, false, &|state, set| {
                flow.ends(state).for_each(|ended| set.remove(ended));
            });
            flow.lacking = sets;
        }
        flow
    }

    /// Carries a set of variables along all transitions from a state. `leave` says what of it goes on from a state at all, and
    /// `there` what becomes of a variable that is assigned in between.
    fn walk(
        &self,
        start: StateId,
        first: Set,
        sets: &mut Sets,
        there: bool,
        leave: &dyn Fn(&State<'_>, &mut Set),
    ) {
        // Most transitions go down the source: from the top to the bottom, and once more for what went up.
        let (mut open, mut above) = (BinaryHeap::from([Reverse(start)]), BinaryHeap::new());
        let mut last = None;
        join(sets, start, first);
        loop {
            let Some(Reverse(id)) = open.pop() else {
                if above.is_empty() {
                    return;
                }
                (open, above) = (above, open);
                last = None;
                continue;
            };
            // What several transitions lead to was put there several times.
            if last.replace(id) == Some(id) {
                continue;
            }
            let Some((state, mut before)) = self.machine.states.get(id).zip(at(sets, id).cloned()) else {
                continue;
            };
            leave(state, &mut before);
            for transition in &state.transitions {
                let mut after = before.clone();
                for (name, _) in assigned_on(state, transition) {
                    if let Some(number) = self.numbers.get(name) {
                        after.put(number, there);
                    }
                }
                if let Some(to) = transition.leads_to()
                    && join(sets, to, after)
                {
                    let next = if to > id { &mut open } else { &mut above };
                    next.push(Reverse(to));
                }
            }
        }
    }

    /// The variables without which no execution surely leaves a state.
    fn ends(&self, state: &State<'_>) -> impl Iterator<Item = &Set> {
        // Where some have the variable and some do not, a choice may be between just these.
        let choice = at(&self.assigned, state.id).filter(|_| state.kind == Some(StateKind::Choice));
        at(&self.needed, state.id).into_iter().chain(choice)
    }

    /// Who assigns the variable first in the source.
    pub(crate) fn by(&self, name: &str) -> Option<&'m State<'m>> {
        self.by.get(self.numbers.get(name)?).copied()
    }

    /// Whether the variable may have a value in the state. What is never reached is another fault.
    pub(crate) fn has(&self, state: &State<'_>, name: &str) -> bool {
        at(&self.assigned, state.id).is_none() || self.comes_with(state, name)
    }

    /// Whether some execution enters the state with a value in the variable.
    pub(crate) fn comes_with(&self, state: &State<'_>, name: &str) -> bool {
        at(&self.assigned, state.id)
            .zip(self.numbers.get(name))
            .is_some_and(|(assigned, number)| assigned.has(number))
    }

    /// Whether some execution enters the state without the variable.
    pub(crate) fn lacks(&self, state: &State<'_>, name: &str) -> bool {
        at(&self.lacking, state.id)
            .zip(self.numbers.get(name))
            .is_some_and(|(lacking, number)| lacking.has(number))
    }

    /// A state from which some execution enters the state, or one that it stands in, without the variable. None if the
    /// container starts there.
    pub(crate) fn from(&self, mut state: &'m State<'m>, name: &str) -> Option<&'m State<'m>> {
        let number = self.numbers.get(name)?;
        loop {
            let before = self.before.get_or_init(|| before(self.machine)).get(state.id)?;
            let over = |&(from, index): &(StateId, usize)| {
                let state = self.machine.states.get(from)?;
                let ended = self.ends(state).any(|ended| ended.has(number));
                let assigned = assigned_on(state, state.transitions.get(index)?);
                let assigned = assigned.iter().any(|(other, _)| *other == name);
                (at(&self.lacking, from)?.has(number) && !ended && !assigned).then_some(state)
            };
            if let Some(from) = before.iter().find_map(over) {
                return Some(from);
            }
            let owner = self.machine.states.get(self.machine.containers.get(state.container)?.owner?)?;
            if !self.has(owner, name) {
                return None;
            }
            state = owner;
        }
    }
}

/// For each state the transitions that lead to it.
fn before(machine: &Machine<'_>) -> Vec<Vec<(StateId, usize)>> {
    let mut before = vec![Vec::new(); machine.states.len()];
    for (from, state) in machine.states.iter().enumerate() {
        for (index, transition) in state.transitions.iter().enumerate() {
            if let Some(list) = transition.leads_to().and_then(|to| before.get_mut(to)) {
                list.push((from, index));
            }
        }
    }
    before
}

fn at(sets: &Sets, id: StateId) -> Option<&Set> {
    sets.get(id)?.as_ref()
}

/// Adds to what is known of a state; whether that is more than before.
fn join(sets: &mut Sets, state: StateId, more: Set) -> bool {
    match sets.get_mut(state) {
        None => false,
        Some(Some(set)) => set.add(&more),
        Some(none) => {
            *none = Some(more);
            true
        }
    }
}

/// The variables that are assigned when a state is left by that transition.
fn assigned_on<'m>(state: &'m State<'m>, transition: &Transition<'_>) -> Vec<(&'m str, &'m Member<'m>)> {
    let entry = |list, index| state.node.get(list).and_then(Node::as_array)?.get(index);
    let assigns = match transition.via {
        Via::Choice(index) => entry("Choices", index),
        Via::Catch(index) => entry("Catch", index),
        Via::StartAt | Via::Next | Via::Default => Some(state.node),
    };
    let mut found = Vec::new();
    if let Some(node) = assigns.filter(|_| state.assigns) {
        assigned_in(node, state.language, &mut found);
    }
    found
}
