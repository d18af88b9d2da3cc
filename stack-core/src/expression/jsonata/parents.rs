//! Where the parents `%` of a path are found: a parent that nothing on its left can answer is an error.
//!
//! Each `%` looks for a field to its left; a second `%` in between makes it look one field further. What is not found
//! inside a value is handed up to what holds the value.

use super::parser::Parser;
use super::tree::{Expression, Id, List, NodeKind};

/// After so many steps back no parent is looked for: a text of a megabyte may not take minutes.
const PATIENCE: usize = 1_000_000;

/// The parents of an expression. Empty, and free, where `%` is not used.
pub(super) struct Parents {
    /// How many fields further up each parent still has to look, at the parent's number; zero for other nodes.
    levels: Vec<usize>,
    /// The parents that each value hands up, at the value's number; some may have been found since.
    seeking: Vec<Vec<Id>>,
    patience: usize,
}

impl Parents {
    pub(super) fn new() -> Self {
        Parents { levels: Vec::new(), seeking: Vec::new(), patience: PATIENCE }
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
    pub(super) fn wanted(&self, tree: &Expression<'_>, root: Id) -> bool {
        self.patience > 0 && (tree.node(root).kind == NodeKind::Parent || !self.sought(root).is_empty())
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
    fn sought(&self, value: Id) -> &[Id] {
        self.seeking.get(value.0 as usize).map_or(&[], Vec::as_slice)
    }

    fn sought_by(&mut self, value: Id) -> &mut Vec<Id> {
        let number = value.0 as usize;
        if self.seeking.len() <= number {
            self.seeking.resize_with(number + 1, Vec::new);
        }
        &mut self.seeking[number]
    }

    fn idle(&self) -> bool {
        self.levels.is_empty() || self.patience == 0
    }

    fn spend(&mut self, steps: usize) -> bool {
        self.patience = self.patience.saturating_sub(steps);
        self.patience > 0
    }

    fn level(&self, parent: Id) -> usize {
        self.levels.get(parent.0 as usize).copied().unwrap_or_default()
    }

    /// A field that a parent passes is one less to look for, and another parent one more.
    fn pass(&mut self, parent: Id, another: bool) {
        if let Some(level) = self.levels.get_mut(parent.0 as usize) {
            *level = if another { *level + 1 } else { level.saturating_sub(1) };
        }
    }
}

impl Parser<'_> {
    /// Looks for the parents that the last step of a path wants.
    pub(super) fn resolve(&mut self, path: Id, steps: List) {
        if self.parents.idle() {
            return;
        }
        let mut sought = self.parents.sought(steps.last).to_vec();
        sought.extend((self.tree.node(steps.last).kind == NodeKind::Parent).then_some(steps.last));
        if sought.is_empty() {
            return;
        }
        let steps: Vec<Id> = self.tree.list(steps).collect();
        if !self.parents.spend(steps.len()) {
            return;
        }
        for parent in sought {
            let mut before = steps.iter().rev().skip(1).copied().peekable();
            while self.parents.level(parent) > 0 {
                let Some(mut step) = before.next() else {
                    self.parents.sought_by(path).push(parent);
                    break;
                };
                // Steps in a row whose items have names have one parent.
                while self.tree.node(step).focused
                    && let Some(next) = before.next_if(|next| self.tree.node(*next).focused)
                {
                    step = next;
                }
                if !self.seek(step, parent) {
                    return;
                }
            }
        }
    }

    /// Looks for the parents that a predicate wants: in its own step, or further up.
    pub(super) fn resolve_predicate(&mut self, step: Id, predicate: Id) {
        if self.parents.idle() {
            return;
        }
        let sought = self.parents.sought(predicate).to_vec();
        if sought.is_empty() || !self.parents.spend(sought.len()) {
            return;
        }
        for parent in sought {
            if self.parents.level(parent) != 1 {
                self.parents.pass(parent, false);
            } else if !self.seek(step, parent) {
                return;
            }
        }
        self.parents.hand_up(&self.tree, step, predicate);
    }

    /// Lets one step answer; false when the parent of such a thing cannot be told.
    fn seek(&mut self, step: Id, parent: Id) -> bool {
        if !self.parents.spend(1) {
            return false;
        }
        match self.tree.node(step).kind {
            NodeKind::Name(_) | NodeKind::Wildcard => {
                self.parents.pass(parent, false);
                if self.parents.level(parent) == 0 {
                    self.tree.ancestors.push((parent, step));
                    self.mark(step);
                }
            }
            NodeKind::Parent => self.parents.pass(parent, true),
            NodeKind::Block(parts) => {
                self.mark(step);
                return parts == List::default() || self.seek(parts.last, parent);
            }
            NodeKind::Path(steps) => {
                self.mark(step);
                let steps: Vec<Id> = self.tree.list(steps).collect();
                if !self.parents.spend(steps.len()) {
                    return false;
                }
                for (back, step) in steps.into_iter().rev().enumerate() {
                    if back > 0 && self.parents.level(parent) == 0 {
                        break;
                    }
                    if !self.seek(step, parent) {
                        return false;
                    }
                }
            }
            _ => {
                self.no_parent(self.tree.node(parent).offset);
                return false;
            }
        }
        true
    }
    /// Notes that an evaluator has to keep what the step is applied to.
    fn mark(&mut self, step: Id) {
        if let Some(node) = self.tree.nodes.get_mut(step.0 as usize) {
            node.is_ancestor = true;
        }
    }
}
