//! Where things are, in words: containers, and lists of names.

use crate::model::{ContainerId, Machine, StateId};
use crate::states::container::{BRANCH, PROCESSOR};

/// So many names are listed before the rest is only counted.
const LISTED: usize = 10;

/// Names in backticks, separated by commas; of a long list the first ones.
pub(crate) fn names<'n>(names: impl IntoIterator<Item = &'n str>) -> String {
    let mut text = String::new();
    let mut more = 0;
    for (i, name) in names.into_iter().enumerate() {
        if i >= LISTED {
            more += 1;
            continue;
        }
        text.push_str(if i == 0 { "`" } else { ", `" });
        text.push_str(name);
        text.push('`');
    }
    if more > 0 {
        text.push_str(&format!(" and {more} more"));
    }
    text
}

impl Machine<'_> {
    /// What a container is: `machine`, `Parallel branch` or `item processor`.
    pub(crate) fn noun(&self, container: ContainerId) -> &'static str {
        match self.place(container) {
            None => "machine",
            Some((_, Some(_))) => BRANCH.noun(),
            Some((_, None)) => PROCESSOR.noun(),
        }
    }

    /// Which container it is: `the machine`, `` `Branches[0]` of `ship` ``, `` the item processor of `each` ``.
    pub(crate) fn which(&self, container: ContainerId) -> String {
        let name = |owner: StateId| self.states.get(owner).map_or("", |state| state.name.value);
        match self.place(container) {
            None => "the machine".into(),
            Some((owner, Some(branch))) => format!("`Branches[{branch}]` of `{}`", name(owner)),
            Some((owner, None)) => format!("the item processor of `{}`", name(owner)),
        }
    }

    /// The state that a container belongs to, and which of its branches it is, if it is one.
    fn place(&self, container: ContainerId) -> Option<(StateId, Option<usize>)> {
        let container = self.containers.get(container)?;
        let owner = container.owner?;
        let branches = self.states.get(owner)?.node.get("Branches").and_then(|list| list.as_array());
        let branch = branches.and_then(|list| list.iter().position(|it| std::ptr::eq(it, container.node)));
        Some((owner, branch))
    }
}
