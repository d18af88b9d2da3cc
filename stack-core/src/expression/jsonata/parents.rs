//! Where the parents `%` of a path are found: a parent that nothing on its left can answer is an error.
//!
//! Each `%` looks for a field to its left; a second `%` in between makes it look one field further. What is not found
//! inside a value is handed up to what holds the value.

use super::parser::Parser;
use super::tree::{Expression, Id, Kind, List};
use std::collections::BTreeMap;

/// After so many steps back no parent is looked for: a text of a megabyte may not take minutes.
const PATIENCE: usize = 1_000_000;

/// The parents of an expression. Empty, and free, where `%` is not used.
pub(super) struct Parents {
    /// How many fields further up each parent still has to look.
    levels: BTreeMap<Id, usize>,
    /// The parents that each value hands up; a value may be here with parents that were found since.
    seeking: BTreeMap<Id, Vec<Id>>,
    patience: usize,
}

impl Parents {
    pub(super) fn new() -> Self {
        Parents { levels: BTreeMap::new(), seeking: BTreeMap::new(), patience: PATIENCE }
    }

    pub(super) fn add(&mut self, parent: Id) {
        self.levels.insert(parent, 1);
    }

    /// A path that starts with a parent seeks it.
    pub(super) fn seed(&mut self, path: Id, parent: Id) {
        self.seeking.insert(path, vec![parent]);
    }

    /// Whether a whole expression lacks a parent.
    pub(super) fn wanted(&self, tree: &Expression<'_>, root: Id) -> bool {
        self.patience > 0 && (tree.node(root).kind == Kind::Parent || self.seeking.contains_key(&root))
    }

    /// Gives what a value seeks to what holds it.
    pub(super) fn hand_up(&mut self, tree: &Expression<'_>, to: Id, from: Id) {
        if self.idle() {
            return;
        }
        let is_parent = tree.node(from).kind == Kind::Parent;
        let sought = self.seeking.remove(&from);
        if sought.is_none() && !is_parent {
            return;
        }
        let mut sought = sought.unwrap_or_default();
        sought.extend(is_parent.then_some(from));
        self.spend(sought.len() + 1);
        match self.seeking.get_mut(&to) {
            Some(all) => all.append(&mut sought),
            None => drop(self.seeking.insert(to, sought)),
        }
    }

    fn idle(&self) -> bool {
        self.levels.is_empty() || self.patience == 0
    }

    fn spend(&mut self, steps: usize) -> bool {
        self.patience = self.patience.saturating_sub(steps);
        self.patience > 0
    }

    fn level(&self, parent: Id) -> usize {
        self.levels.get(&parent).copied().unwrap_or_default()
    }

    fn look(&mut self, parent: Id, further: bool) {
        if let Some(level) = self.levels.get_mut(&parent) {
            *level = if further { *level + 1 } else { level.saturating_sub(1) };
        }
    }
}

impl Parser<'_> {
    /// Looks for the parents that the last step of a path wants.
    pub(super) fn resolve(&mut self, path: Id, steps: List) {
        if self.parents.idle() {
            return;
        }
        let mut sought = self.parents.seeking.get(&steps.last).cloned().unwrap_or_default();
        sought.extend((self.tree.node(steps.last).kind == Kind::Parent).then_some(steps.last));
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
                    self.parents.seeking.entry(path).or_default().push(parent);
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
        let Some(sought) = self.parents.seeking.get(&predicate).cloned() else { return };
        if !self.parents.spend(sought.len()) {
            return;
        }
        for parent in sought {
            if self.parents.level(parent) != 1 {
                self.parents.look(parent, false);
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
            Kind::Name(_) | Kind::Wildcard => self.parents.look(parent, false),
            Kind::Parent => self.parents.look(parent, true),
            Kind::Block(parts) => return parts == List::default() || self.seek(parts.last, parent),
            Kind::Path(steps) => {
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
}
