//! The role of one machine.

use stack_core::json::Node;
use stack_iam::{Derived, policy};

/// What the role of one machine has to allow.
#[derive(Debug)]
pub(super) struct Role {
    pub(super) file: String,
    /// Its logical id, in a template.
    pub(super) machine: Option<String>,
    pub(super) derived: Derived,
    /// Whether AWS takes the definition, as far as it is known.
    pub(super) accepted: bool,
}

impl Role {
    /// How it is called among others.
    pub(super) fn title(&self) -> String {
        match &self.machine {
            Some(machine) => format!("{} {machine}", self.file),
            None => self.file.clone(),
        }
    }

    /// The policy of the role, as one document. Nothing to allow is a document without statements.
    pub(super) fn policy(&self) -> Node<'static> {
        policy(&self.derived.requirements).document()
    }
}
