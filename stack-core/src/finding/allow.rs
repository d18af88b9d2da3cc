//! Which findings are wanted where they stand.

use crate::json::{At, Site};

/// A finding of that rule is wanted where it stands.
#[derive(Clone, Debug)]
pub struct Allow<'a> {
    /// The rule's id.
    pub rule: At<&'a str>,
    /// Where it holds.
    pub scope: Scope<'a>,
}

/// Where an [`Allow`] holds.
#[derive(Clone, Debug)]
pub enum Scope<'a> {
    /// Everywhere in the machine.
    Machine,
    /// From the first site to the last, both included.
    Range(Site, Site),
    /// In the state of that name.
    State(At<&'a str>),
}
