//! What messages call a container.

use super::machine::{ContainerId, Machine, State, StateId};
use crate::language::states::container::{BRANCH, PROCESSOR};

impl Machine<'_> {
    /// What a container is: `machine`, `Parallel branch` or `item processor`.
    pub(crate) fn container_label(&self, container: ContainerId) -> &'static str {
        match self.owner_of(container) {
            None => "machine",
            Some((_, Some(_))) => BRANCH.bare_label(),
            Some((_, None)) => PROCESSOR.bare_label(),
        }
    }

    /// Which container it is: `the machine`, `` `Branches[0]` of `ship` ``, `` the item processor of `each` ``.
    pub(crate) fn which(&self, container: ContainerId) -> String {
        let name = |owner: StateId| self.states.get(owner).map(State::shown).unwrap_or_default();
        match self.owner_of(container) {
            None => "the machine".into(),
            Some((owner, Some(branch))) => format!("`Branches[{branch}]` of `{}`", name(owner)),
            Some((owner, None)) => format!("the item processor of `{}`", name(owner)),
        }
    }

    /// The state that a container belongs to, and which of its branches it is, if it is one.
    fn owner_of(&self, container: ContainerId) -> Option<(StateId, Option<usize>)> {
        let container = self.containers.get(container)?;
        let owner = container.owner?;
        let branches = self.states.get(owner)?.node.get("Branches").and_then(|list| list.as_array());
        let branch = branches.and_then(|list| list.iter().position(|it| std::ptr::eq(it, container.node)));
        Some((owner, branch))
    }
}
