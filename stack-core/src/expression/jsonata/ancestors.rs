//! Where a path finds the parents `%` that its steps want.

use super::parser::Parser;
use super::tree::{Id, List, NodeKind};

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
                    let (ancestors, number) = (&mut self.tree.ancestors, parent.0 as usize);
                    ancestors.resize(ancestors.len().max(number + 1), Id::default());
                    if let Some(ancestor) = ancestors.get_mut(number) {
                        *ancestor = step;
                    }
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
