//! Makes the model of a definition: finds containers, states and transitions, and resolves names.

use super::machine::*;
use crate::index::Index;
use crate::json::{At, Json, Node};
use crate::language::{MachineType, QueryLanguage, StateKind};
use crate::similar::near;

/// So many misspelt names of a machine get a suggestion; looking for one reads all names.
const MAX_SUGGESTIONS: usize = 16;

impl<'a> Machine<'a> {
    /// The model of a definition. A wrong definition has one too: what cannot be read is left out.
    pub fn new(root: &'a Node<'a>, kind: MachineType) -> Self {
        let language = QueryLanguage::named(root).map_or(QueryLanguage::JsonPath, |named| named.is);
        let machine = Machine { root, kind, language, containers: Vec::new(), states: Vec::new() };
        let mut builder = Builder { machine, dangling: false };
        builder.container(root, None);
        if builder.dangling {
            builder.find_meant_targets();
        }
        builder.machine
    }

    /// The state's container.
    pub fn container_of(&self, state: &State<'a>) -> Option<&Container<'a>> {
        self.containers.get(state.container)
    }

    /// The states of a container.
    pub fn states_of<'s>(&'s self, container: &'s Container<'a>) -> impl Iterator<Item = &'s State<'a>> {
        container.states.iter().filter_map(|&id| self.states.get(id))
    }
}

struct Builder<'a> {
    machine: Machine<'a>,
    /// Some name that is used is no state of its container.
    dangling: bool,
}

impl<'a> Builder<'a> {
    fn container(&mut self, node: &'a Node<'a>, owner: Option<StateId>) {
        let id = self.machine.containers.len();
        let start = node.get("StartAt");
        let states = node.get("States");
        let unread = |field: Option<&Node<'_>>| field.is_none_or(Node::is_partial);
        self.machine.containers.push(Container {
            node,
            owner,
            start: start.and_then(|start| transition(start, Via::StartAt)),
            states: Vec::new(),
            partial: node.is_partial() || unread(start) || unread(states),
        });
        let members = states.and_then(Node::as_object).unwrap_or_default();
        self.machine.states.reserve(members.len());
        let mut own = Vec::with_capacity(members.len());
        let mut names = Vec::with_capacity(members.len());
        for member in members {
            if member.is_unread() {
                continue;
            }
            let name = At { value: member.key.value.as_ref(), site: member.key.site };
            let state = self.machine.states.len();
            own.push(state);
            names.push((name.value, state));
            self.state(name, &member.value, id);
        }
        // Of two states of one name, the first one is meant.
        names.sort_unstable();
        names.dedup_by_key(|(name, _)| *name);
        self.resolve(id, &own, &names);
        if let Some(container) = self.machine.containers.get_mut(id) {
            container.states = own;
        }
    }

    fn state(&mut self, name: At<&'a str>, node: &'a Node<'a>, container: ContainerId) {
        let id = self.machine.states.len();
        let kind = node.get("Type").and_then(Node::as_str).and_then(StateKind::from_name);
        let mut state = State {
            id,
            name,
            node,
            kind,
            language: QueryLanguage::named(node).map_or(self.machine.language, |named| named.is),
            container,
            transitions: Vec::new(),
            assigns: false,
            terminal: matches!(kind, Some(StateKind::Succeed | StateKind::Fail)),
            partial: kind.is_none() || node.is_partial(),
        };
        state.read_flow();
        self.machine.states.push(state);
        let (branches, processors) = match kind {
            Some(StateKind::Parallel) => (true, false),
            Some(StateKind::Map) => (false, true),
            Some(_) => (false, false),
            None => (true, true),
        };
        for member in node.as_object().unwrap_or_default() {
            match member.key.value.as_ref() {
                "Branches" if branches => {
                    for branch in member.value.as_array().unwrap_or_default() {
                        self.nested(branch, id);
                    }
                }
                "ItemProcessor" | "Iterator" if processors => self.nested(&member.value, id),
                _ => {}
            }
        }
    }

    fn nested(&mut self, node: &'a Node<'a>, owner: StateId) {
        if node.as_object().is_some() {
            self.container(node, Some(owner));
        }
    }

    /// Finds the state of each name that is used in the container.
    fn resolve(&mut self, id: ContainerId, own: &[StateId], names: &[(&'a str, StateId)]) {
        let dangling = &mut self.dangling;
        let mut find = |transition: &mut Transition<'a>| {
            let at = names.binary_search_by_key(&transition.target.value, |(name, _)| name);
            transition.to = at.ok().and_then(|at| names.get(at)).map(|(_, id)| *id);
            *dangling |= transition.to.is_none();
        };
        let Machine { states, containers, .. } = &mut self.machine;
        if let Some(start) = containers.get_mut(id).and_then(|container| container.start.as_mut()) {
            find(start);
        }
        for &state in own {
            if let Some(state) = states.get_mut(state) {
                state.transitions.iter_mut().for_each(&mut find);
            }
        }
    }

    /// Finds what the first names without a state were meant to be; not for names of another
    /// container's state, since those are not misspelt.
    fn find_meant_targets(&mut self) {
        let Machine { states, containers, .. } = &mut self.machine;
        let mut everywhere = Index::new();
        for state in states.iter() {
            everywhere.add(state.name.value);
        }
        let mut left = MAX_SUGGESTIONS;
        for container in containers {
            let mut known: Vec<(&'a str, StateId)> = Vec::with_capacity(container.states.len());
            for &id in &container.states {
                known.extend(states.get(id).map(|state| (state.name.value, id)));
            }
            // No state is misspelt for the one that the transition starts from.
            let mut find_meant = |transition: &mut Transition<'a>, from: &str| {
                let target = transition.target.value;
                if left > 0 && transition.to.is_none() && !everywhere.contains(target) {
                    left -= 1;
                    let others = known.iter().map(|(name, _)| *name).filter(|name| *name != from);
                    let Some(near) = near(target, others) else { return };
                    let found = known.iter().find(|(name, _)| *name == near.name);
                    transition.meant = found.map(|(_, id)| *id);
                    transition.is_certain = near.is_certain;
                }
            };
            if let Some(start) = &mut container.start {
                find_meant(start, "");
            }
            for id in &container.states {
                if let Some(state) = states.get_mut(*id) {
                    let from = state.name.value;
                    for transition in &mut state.transitions {
                        find_meant(transition, from);
                    }
                }
            }
        }
    }
}

fn transition<'a>(node: &'a Node<'a>, via: Via) -> Option<Transition<'a>> {
    let value = node.as_str()?;
    Some(Transition { via, target: At { value, site: node.site }, to: None, meant: None, is_certain: false })
}

impl<'a> State<'a> {
    /// Reads where the state goes, or that this cannot be told.
    ///
    /// Fields that the type does not have count too: a `Default` on a Pass state is one fault,
    /// and that its target cannot be reached is not another.
    fn read_flow(&mut self) {
        let Some(members) = self.node.as_object() else { return };
        let mut flows = false;
        for member in members {
            let value = &member.value;
            match member.key.value.as_ref() {
                "Next" => {
                    flows = true;
                    self.follow(value, Via::Next);
                }
                "Default" => self.follow(value, Via::Default),
                "Choices" => {
                    flows = true;
                    self.follow_list(value, Via::Choice);
                }
                "Catch" => self.follow_list(value, Via::Catch),
                "Assign" => self.assigns = true,
                "End" => match value.json {
                    Json::Bool(end) => {
                        self.terminal |= end;
                        flows |= end;
                    }
                    _ => self.partial = true,
                },
                _ => {}
            }
        }
        self.partial |= !flows && !self.terminal;
    }

    fn follow(&mut self, value: &'a Node<'a>, via: Via) {
        match transition(value, via) {
            Some(transition) => self.transitions.push(transition),
            None => self.partial = true,
        }
    }

    fn follow_list(&mut self, list: &'a Node<'a>, via: fn(usize) -> Via) {
        self.partial |= list.as_array().is_none() || list.is_partial();
        for (i, entry) in list.as_array().unwrap_or_default().iter().enumerate() {
            self.assigns |= entry.get("Assign").is_some();
            match entry.get("Next") {
                Some(next) => self.follow(next, via(i)),
                None => self.partial = true,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::finding::Findings;
    use crate::language::{MachineType, QueryLanguage};
    use crate::model::{Machine, Via};

    #[test]
    fn containers_states_and_transitions_are_found_in_the_order_of_the_source() {
        let text = r#"{ "StartAt": "p", "States": {
            "p": { "Type": "Parallel", "QueryLanguage": "JSONata", "Next": "c", "Branches": [
                { "StartAt": "b", "States": { "b": { "Type": "Task", "End": true,
                    "Catch": [{ "ErrorEquals": ["E"], "Next": "bb" }] } } } ] },
            "c": { "Type": "Choice", "Choices": [{ "Next": "p" }], "Default": "nowhere" } } }"#;
        let out = Findings::new();
        let root = crate::read(text, &[], &out);
        let machine = Machine::new(&root, MachineType::Standard);
        let names: Vec<_> = machine.states.iter().map(|state| state.name.value).collect();
        assert_eq!(names, ["p", "b", "c"]);
        let owners: Vec<_> = machine.containers.iter().map(|it| (it.owner, it.states.as_slice())).collect();
        assert_eq!(owners, [(None, [0, 2].as_slice()), (Some(0), [1].as_slice())]);
        assert_eq!(machine.states[0].language, QueryLanguage::Jsonata);
        assert_eq!(machine.states[1].language, QueryLanguage::JsonPath);
        let transitions = |state: usize| -> Vec<_> {
            machine.states[state].transitions.iter().map(|it| (it.via, it.to, it.meant)).collect()
        };
        assert_eq!(transitions(0), [(Via::Next, Some(2), None)]);
        // Near as the name is, no catcher leads back to its own state.
        assert_eq!(transitions(1), [(Via::Catch(0), None, None)]);
        assert_eq!(transitions(2), [(Via::Choice(0), Some(0), None), (Via::Default, None, None)]);
        assert!(machine.states[1].terminal && !machine.states[0].terminal);
    }
}
