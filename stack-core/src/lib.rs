//! The Amazon States Language and its checker: what a definition is, and what is wrong with it.
//!
//! The way of a definition: a reader ([`read`], or the macro's own) makes a [`json::Node`] with a
//! [`site::Site`] for every token; [`check()`] builds the [`model::Machine`], compares every object with
//! its [`spec::Spec`], and lets the [`rules`] look at the whole; [`mod@write`] prints the value again.
//!
//! This crate knows no tokens, spans or files, does no I/O, never panics and cannot fail: it returns
//! a value and findings. It is exempt from semver; depend on `stack` instead.

mod allow;
mod build;
mod excerpt;
mod expressions;
mod filter;
pub mod finding;
pub mod graph;
mod index;
mod inside;
pub mod intrinsic;
pub mod json;
pub mod jsonata;
pub mod model;
pub mod object;
pub mod path;
mod place;
pub mod read;
pub mod rules;
mod scan;
mod schema;
pub mod services;
pub mod similar;
pub mod site;
pub mod spec;
pub mod states;
#[cfg(test)]
mod testing;
mod text;
mod timestamp;
mod uses;
mod variables;
pub mod write;

use finding::{Finding, Findings, Severity};
use json::Node;
use model::{Allow, Machine, MachineType};

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
        self.findings.iter().all(|finding| finding.rule.severity == Severity::Warning)
    }
}

/// Checks a definition. `out` holds what its reader found; `allows` says which findings are wanted.
pub fn check<'a>(root: &'a Node<'a>, kind: MachineType, allows: &[Allow<'_>], out: Findings) -> Checked<'a> {
    let machine = Machine::new(root, kind);
    schema::check(&machine, &out);
    for check in rules::ALL.iter().filter_map(|rule| rule.check) {
        check(&machine, &out);
    }
    let findings = allow::apply(&machine, allows, out);
    Checked { machine, findings }
}
