//! ## What it checks
//! No two states of a machine have the same name, even if they are in different branches or item processors.
//!
//! ## Why
//! AWS refuses the definition: state names are global to a machine, since histories and metrics identify
//! states by name alone.
//!
//! ## Example
//! ```json
//! "p": { "Type": "Parallel", "End": true, "Branches": [
//!   { "StartAt": "a", "States": { "a": { "Type": "Succeed" } } },
//!   { "StartAt": "a", "States": { "a": { "Type": "Succeed" } } }
//! ] }
//! ```
//! Instead:
//! ```json
//! "p": { "Type": "Parallel", "End": true, "Branches": [
//!   { "StartAt": "a", "States": { "a": { "Type": "Succeed" } } },
//!   { "StartAt": "b", "States": { "b": { "Type": "Succeed" } } }
//! ] }
//! ```
//!
//! ## Source
//! `DUPLICATE_STATE_NAME: Duplicate State name: a` (measured).

use crate::analysis::Analysis;
use crate::finding::{Findings, Rule, Severity};
use crate::index::Index;

pub static RULE: Rule =
    Rule { id: "duplicate-state", severity: Severity::Error, source: include_str!("duplicate_state.rs") };

pub(super) fn check(analysis: &Analysis<'_>, out: &Findings) {
    let machine = analysis.machine;
    if machine.containers.len() == 1 {
        return;
    }
    let mut first_of = Index::with_capacity(machine.states.len());
    for (id, state) in machine.states.iter().enumerate() {
        let name = state.name.value;
        let Some(first) = machine.states.get(first_of.get_or_set(name, id)) else { continue };
        // Within one container it is a key that stands twice.
        if state.container != first.container {
            let other = machine.which(first.container);
            out.report(
                &RULE,
                state.name.site,
                format!("there is another state `{}`, in {other}", state.shown()),
            )
            .help(
                "state names must be unique in the whole machine, including its branches and item processors",
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn in_two_branches() {
        check(expect![[r#"
            "a": { "Type": "Parallel", "Branches": [
            { "StartAt": "b", "States": { "b": { "Type": "Succeed" } } },
            { "StartAt": "b", "States": { "b": { "Type": "Succeed" } } }
                                        //^^^ duplicate-state: there is another state `b`, in `Branches[0]` of `a`
                                        // help: state names must be unique in the whole machine, including its branches and item processors
            ], "End": true }
        "#]]);
    }

    #[test]
    fn inside_itself() {
        check(expect![[r#"
            "a": { "Type": "Map", "ItemProcessor": { "StartAt": "a", "States": { "a": { "Type": "Succeed" } } }, "End": true }
                                                                               //^^^ duplicate-state: there is another state `a`, in the machine
                                                                               // help: state names must be unique in the whole machine, including its branches and item processors
        "#]]);
    }
}
