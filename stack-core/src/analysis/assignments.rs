//! Variables: who assigns them, and where they are seen.

use crate::json::{Member, Node};
use crate::language::{QueryLanguage, state_field};
use crate::model::{ContainerId, Machine, State};
use crate::similar::nearest;

/// The names that a state assigns, with where it does: by itself, in its choice rules and in its catchers.
pub(crate) fn assignments<'m>(state: &'m State<'m>) -> Vec<(&'m str, &'m Member<'m>)> {
    let mut found = Vec::new();
    if state.assigns {
        assigned_in(state.node, state.language, &mut found);
        for list in ["Choices", "Catch"] {
            for entry in state.node.get(list).and_then(Node::as_array).unwrap_or_default() {
                assigned_in(entry, state.language, &mut found);
            }
        }
    }
    found
}

/// Adds the names that an object's `Assign` holds. In JSONPath a name may end in `.$`, which is no part of it.
pub(crate) fn assigned_in<'m>(
    node: &'m Node<'m>,
    language: QueryLanguage,
    found: &mut Vec<(&'m str, &'m Member<'m>)>,
) {
    for member in node.get("Assign").and_then(Node::as_object).unwrap_or_default() {
        if member.is_unread() {
            continue;
        }
        let key = member.key.value.as_ref();
        let name = key.strip_suffix(".$").filter(|_| language == QueryLanguage::JsonPath);
        found.push((name.unwrap_or(key), member));
    }
}

/// Whether a field that no state has is near to `Assign`.
pub(crate) fn is_misspelt_assign(name: &str) -> bool {
    state_field(name).is_none() && nearest(name, ["Assign"]).is_some()
}

impl Machine<'_> {
    /// The containers around one whose variables are seen in it, from the inside out.
    /// The children of a distributed Map see none: they are executions of their own.
    pub(crate) fn around(&self, container: ContainerId) -> impl Iterator<Item = ContainerId> {
        std::iter::successors(Some(container), |&id| {
            let container = self.containers.get(id)?;
            let mode = container.node.get("ProcessorConfig").and_then(|config| config.get("Mode"));
            let apart = mode.is_some_and(|mode| mode.as_str() != Some("INLINE"));
            Some(self.states.get(container.owner.filter(|_| !apart)?)?.container)
        })
        .skip(1)
    }
}
