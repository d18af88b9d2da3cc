//! Which variables have a value where: the transitions of a machine are followed with a bit for each variable.

use crate::analysis::assignments::{assignments, names};
use crate::json::Node;
use crate::language::StateKind;
use crate::model::{Machine, State, StateId, Transition, Via};
use std::cell::OnceCell;
use std::collections::{BTreeSet, HashMap};

/// What is known of the variables when a state is entered.
#[derive(Debug)]
pub(crate) struct Flow<'m> {
    machine: &'m Machine<'m>,
    /// The number of each variable, and who assigns it first.
    variables: HashMap<&'m str, (usize, &'m State<'m>)>,
    /// The number of each state.
    ids: HashMap<*const State<'m>, StateId>,
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
    pub(crate) fn new<'n>(
        machine: &'m Machine<'m>,
        needs: impl Iterator<Item = (&'n State<'n>, &'n str)>,
    ) -> Self {
        let mut variables = HashMap::new();
        for state in &machine.states {
            for (name, _) in assignments(state) {
                let number = variables.len();
                variables.entry(name).or_insert((number, state));
            }
        }
        let ids =
            machine.states.iter().enumerate().map(|(id, state)| (std::ptr::from_ref(state), id)).collect();
        let nothing = vec![None; machine.states.len()];
        let (assigned, lacking, needed) = (nothing.clone(), nothing.clone(), nothing);
        let mut flow = Flow { machine, variables, ids, assigned, lacking, needed, before: OnceCell::new() };
        let words = flow.variables.len().div_ceil(64);
        for (state, name) in needs {
            let Some((id, number)) = flow.id(state).zip(flow.number(name)) else { continue };
            if let Some(needed) = flow.needed.get_mut(id) {
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
            flow.walk(start, assigned, &mut sets, true, |_, _, _| {});
            flow.assigned = sets;
            let mut sets = std::mem::take(&mut flow.lacking);
            flow.walk(start, lacking, &mut sets, false, |id, state, set| {
                flow.ends(id, state).for_each(|ended| set.remove(ended));
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
        leave: impl Fn(StateId, &State<'_>, &mut Set),
    ) {
        // Most transitions go down the source: from the top to the bottom, and once more for what went up.
        let mut open = BTreeSet::from([start]);
        let mut line = start;
        join(sets, start, first);
        while let Some(&id) = open.range(line..).next().or_else(|| open.first()) {
            open.remove(&id);
            line = id;
            let Some((state, mut before)) = self.machine.states.get(id).zip(at(sets, id).cloned()) else {
                continue;
            };
            leave(id, state, &mut before);
            for transition in &state.transitions {
                let mut after = before.clone();
                for name in assigned_on(state, transition) {
                    self.number(name).into_iter().for_each(|number| after.put(number, there));
                }
                open.extend(transition.leads_to().filter(|to| join(sets, *to, after)));
            }
        }
    }

    /// The variables without which no execution surely leaves a state.
    fn ends(&self, id: StateId, state: &State<'_>) -> impl Iterator<Item = &Set> {
        // Where some have the variable and some do not, a choice may be between just these.
        let choice = at(&self.assigned, id).filter(|_| state.kind == Some(StateKind::Choice));
        at(&self.needed, id).into_iter().chain(choice)
    }

    fn id(&self, state: &State<'_>) -> Option<StateId> {
        self.ids.get(&std::ptr::from_ref(state).cast()).copied()
    }

    fn number(&self, name: &str) -> Option<usize> {
        self.variables.get(name).map(|(number, _)| *number)
    }

    /// Who assigns the variable first in the source.
    pub(crate) fn by(&self, name: &str) -> Option<&'m State<'m>> {
        self.variables.get(name).map(|(_, state)| *state)
    }

    /// Whether the variable may have a value in the state. What is never reached is another fault.
    pub(crate) fn has(&self, state: &State<'_>, name: &str) -> bool {
        self.id(state).and_then(|id| at(&self.assigned, id)).is_none() || self.comes_with(state, name)
    }

    /// Whether some execution enters the state with a value in the variable.
    pub(crate) fn comes_with(&self, state: &State<'_>, name: &str) -> bool {
        let assigned = self.id(state).and_then(|id| at(&self.assigned, id));
        assigned.zip(self.number(name)).is_some_and(|(assigned, number)| assigned.has(number))
    }

    /// Whether some execution enters the state without the variable.
    pub(crate) fn lacks(&self, state: &State<'_>, name: &str) -> bool {
        let lacking = self.id(state).and_then(|id| at(&self.lacking, id));
        lacking.zip(self.number(name)).is_some_and(|(lacking, number)| lacking.has(number))
    }

    /// A state from which some execution enters the state, or one that it stands in, without the variable. None if the
    /// container starts there.
    pub(crate) fn from(&self, mut state: &'m State<'m>, name: &str) -> Option<&'m State<'m>> {
        let number = self.number(name)?;
        loop {
            let before = self.before.get_or_init(|| before(self.machine)).get(self.id(state)?)?;
            let over = |&(from, index): &(StateId, usize)| {
                let state = self.machine.states.get(from)?;
                let ended = self.ends(from, state).any(|ended| ended.has(number));
                let assigned = assigned_on(state, state.transitions.get(index)?).any(|it| it == name);
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
fn assigned_on<'m>(state: &'m State<'m>, transition: &Transition<'_>) -> impl Iterator<Item = &'m str> {
    let entry = |list, index| state.node.get(list).and_then(Node::as_array)?.get(index);
    let assigns = match transition.via {
        Via::Choice(index) => entry("Choices", index),
        Via::Catch(index) => entry("Catch", index),
        Via::StartAt | Via::Next | Via::Default => Some(state.node),
    };
    assigns.into_iter().flat_map(|node| names(node, state.language)).map(|(name, _)| name)
}
