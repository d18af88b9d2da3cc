//! What states do about errors: their retriers and catchers, and whether one may catch an error.

use crate::json::interpolation::is_filled_in;
use crate::json::{At, Json, Node};
use crate::model::{Machine, State, StateId};

/// A retrier or catcher.
#[derive(Debug)]
pub(crate) struct Handler<'a> {
    /// The number of the state that has it.
    pub(crate) state: StateId,
    /// `Retry` or `Catch`.
    pub(crate) list: &'static str,
    /// Its number in the list.
    pub(crate) index: usize,
    /// No other follows.
    pub(crate) last: bool,
    /// Its object.
    pub(crate) entry: &'a Node<'a>,
    errors: &'a [Node<'a>],
}

impl<'a> Handler<'a> {
    /// The error names that it is for.
    pub(crate) fn names(&self) -> impl Iterator<Item = At<&'a str>> + use<'a> {
        self.errors.iter().filter_map(|name| Some(At { value: name.as_str()?, site: name.site }))
    }
}

/// Whether a catcher of the state, or of one that it stands in, may catch that error. What cannot be seen may.
pub(crate) fn may_catch(machine: &Machine<'_>, state: &State<'_>, error: &str) -> bool {
    let mut around = Some(state);
    while let Some(state) = around {
        let has = state.kind.is_none_or(|kind| kind.spec().field("Catch").is_some());
        if has && state.node.get("Catch").is_some_and(|catch| catches(catch, error)) {
            return true;
        }
        let owner = machine.container_of(state).and_then(|container| container.owner);
        around = owner.and_then(|owner| machine.states.get(owner));
    }
    false
}

fn catches(catch: &Node<'_>, error: &str) -> bool {
    let Some(entries) = catch.as_array() else { return true };
    for entry in entries {
        let Some(names) = entry.get("ErrorEquals").and_then(Node::as_array) else { return true };
        for name in names {
            let Some(name) = name.as_str() else { return true };
            // It is documented to stand for all but this one; whether for errors of queries is not clear.
            let of_tasks = name == "States.TaskFailed" && error != "States.Timeout";
            if name == error || name == "States.ALL" || of_tasks || is_filled_in(name) {
                return true;
            }
        }
    }
    false
}

/// The retriers and catchers of all states that may have any, in the order of the source.
pub(crate) fn handlers<'m>(machine: &'m Machine<'m>) -> Vec<Handler<'m>> {
    let mut found = Vec::new();
    for (id, state) in machine.states.iter().enumerate() {
        of_state(id, state, &mut found);
    }
    found
}

fn of_state<'m>(id: StateId, state: &State<'m>, found: &mut Vec<Handler<'m>>) {
    for member in state.node.as_object().unwrap_or_default() {
        let list = match member.key.value.as_ref() {
            "Retry" => "Retry",
            "Catch" => "Catch",
            _ => continue,
        };
        if state.kind.is_some_and(|kind| kind.spec().field(list).is_none()) {
            continue;
        }
        let entries = member.value.as_array().unwrap_or_default();
        let last = entries.iter().rposition(|entry| entry.json != Json::Broken);
        for (index, entry) in entries.iter().enumerate() {
            let errors = entry.get("ErrorEquals").and_then(Node::as_array).unwrap_or_default();
            found.push(Handler { state: id, list, index, last: Some(index) == last, entry, errors });
        }
    }
}
