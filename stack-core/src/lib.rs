//! The Amazon States Language and its checker: what a definition is, and what is wrong with it.
//!
//! The journey of a definition: a reader ([`read`], or the macro's own) makes a [`json::Node`] with a
//! [`json::Site`] for every token; [`check()`] builds the [`model::Machine`], compares every object with
//! its [`language::spec::Spec`], and lets the [`rules`] look at the whole; [`json::write`] prints the value again.
//!
//! The modules are floors: each uses only those that stand below it in this list.
//! [`json`], [`expression`], [`language`], [`services`], [`finding`], [`model`], [`analysis`], [`rules`].
//!
//! This crate knows no tokens, spans or files, does no I/O, never panics and cannot fail: it returns
//! a value and findings. It is exempt from semver; depend on `stack` instead.

mod allow;
pub mod analysis;
pub mod expression;
pub mod finding;
mod index;
pub mod json;
pub mod language;
pub mod model;
pub mod rules;
mod schema;
pub mod services;
pub mod similar;
#[cfg(test)]
mod testing;
mod text;

use analysis::Analysis;
use finding::{Allow, Finding, Findings, Severity};
use json::Node;
use json::read::Holes;
use language::MachineType;
use model::Machine;

/// A definition that was checked.
#[derive(Debug)]
pub struct Checked<'a> {
    /// What it says.
    pub machine: Machine<'a>,
    /// What is wrong with it, in the order of the source.
    pub findings: Vec<Finding>,
}

impl Checked<'_> {
    /// Whether nothing worse than a warning was found.
    pub fn accepted(&self) -> bool {
        self.findings.iter().all(|finding| finding.severity == Severity::Warning)
    }
}

/// Reads a definition in JSON, and reports what is wrong with the text.
///
/// A [`json::Site`] is a byte offset. `holes` says what the text leaves open, and where.
pub fn read<'a>(text: &'a str, holes: Holes<'_, 'a>, out: &Findings) -> Node<'a> {
    let (node, faults) = json::read::read(text, holes);
    rules::documents::json_syntax::report(faults, out);
    node
}

/// Checks a definition. `out` holds what its reader found; `allows` says which findings are wanted.
pub fn check<'a>(root: &'a Node<'a>, kind: MachineType, allows: &[Allow<'_>], out: Findings) -> Checked<'a> {
    let machine = Machine::new(root, kind);
    // What is something else has no states, so every rule would miss them.
    if rules::documents::not_a_definition::is_one(root, &out) {
        let analysis = Analysis::new(&machine);
        schema::check(&machine, &out);
        rules::check(&analysis, &out);
    }
    let findings = allow::apply(&machine, allows, out);
    Checked { machine, findings }
}
