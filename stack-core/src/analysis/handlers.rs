//! What states do about errors: their retriers and catchers.

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
