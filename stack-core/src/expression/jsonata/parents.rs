//! Where the parents `%` of a path are found: a parent that nothing on its left can answer is an error.
//!
//! Each `%` looks for a field to its left; a second `%` in between makes it look one field further. What is not found
//! inside a value is handed up to what holds the value.

use super::tree::{Expression, Id, NodeKind};

/// After so many steps back no parent is looked for: a text of a megabyte may not take minutes.
const MAX_STEPS: usize = 1_000_000;

/// The parents of an expression. Empty, and free, where `%` is not used.
pub(super) struct Parents {
    /// How many fields further up each parent still has to look, at the parent's number; zero for other nodes.
    levels: Vec<usize>,
    /// The parents that each value hands up, at the value's number; some may have been found since.
    seeking: Vec<Vec<Id>>,
    steps_left: usize,
}

impl Parents {
    pub(super) fn new() -> Self {
        Parents { levels: Vec::new(), seeking: Vec::new(), steps_left: MAX_STEPS }
    }

    pub(super) fn add(&mut self, parent: Id) {
        self.levels.resize(parent.0 as usize, 0);
        self.levels.push(1);
    }

    /// A path that starts with a parent seeks it.
    pub(super) fn seed(&mut self, path: Id, parent: Id) {
        *self.sought_by(path) = vec![parent];
    }

    /// Whether a whole expression lacks a parent.
    pub(super) fn is_missing(&self, tree: &Expression<'_>, root: Id) -> bool {
        self.steps_left > 0 && (tree.node(root).kind == NodeKind::Parent || !self.sought(root).is_empty())
    }

    /// Gives what a value seeks to what holds it.
    pub(super) fn hand_up(&mut self, tree: &Expression<'_>, to: Id, from: Id) {
        if self.idle() {
            return;
        }
        let is_parent = tree.node(from).kind == NodeKind::Parent;
        let mut sought = self.seeking.get_mut(from.0 as usize).map(std::mem::take).unwrap_or_default();
        if sought.is_empty() && !is_parent {
            return;
        }
        sought.extend(is_parent.then_some(from));
        self.spend(sought.len() + 1);
        self.sought_by(to).append(&mut sought);
    }

    /// The parents that a value hands up.
    pub(super) fn sought(&self, value: Id) -> &[Id] {
        self.seeking.get(value.0 as usize).map_or(&[], Vec::as_slice)
    }

    pub(super) fn sought_by(&mut self, value: Id) -> &mut Vec<Id> {
        let number = value.0 as usize;
        if self.seeking.len() <= number {
            self.seeking.resize_with(number + 1, Vec::new);
        }
        &mut self.seeking[number]
    }

    pub(super) fn idle(&self) -> bool {
        self.levels.is_empty() || self.steps_left == 0
    }

    pub(super) fn spend(&mut self, steps: usize) -> bool {
        self.steps_left = self.steps_left.saturating_sub(steps);
        self.steps_left > 0
    }

    pub(super) fn level(&self, parent: Id) -> usize {
        self.levels.get(parent.0 as usize).copied().unwrap_or_default()
    }

    /// A field that a parent passes is one less to look for, and another parent one more.
    pub(super) fn pass(&mut self, parent: Id, another: bool) {
        if let Some(level) = self.levels.get_mut(parent.0 as usize) {
            *level = if another { *level + 1 } else { level.saturating_sub(1) };
        }
    }
}
