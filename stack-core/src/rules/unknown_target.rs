//! ## What it checks
//! `StartAt`, `Next`, `Default` and the `Next` of catchers and choice rules name a state of the same `States`,
//! letter for letter.
//!
//! ## Why
//! AWS refuses the definition. A transition cannot cross the border of a branch or an item processor,
//! in either direction.
//!
//! ## Example
//! ```json
//! "charge": { "Type": "Pass", "Next": "bil" }
//! ```
//! Instead:
//! ```json
//! "charge": { "Type": "Pass", "Next": "bill" }
//! ```
//!
//! ## Source
//! `MISSING_TRANSITION_TARGET: Missing 'Next' target: bil` (measured).

use super::Rule;
use crate::finding::{Findings, Severity};
use crate::json::Node;
use crate::model::{ContainerId, Machine, State, Transition, Via};
use crate::place::names;
use std::collections::HashMap;

pub static RULE: Rule = Rule {
    id: "unknown-target",
    severity: Severity::Error,
    check: Some(check),
    source: include_str!("unknown_target.rs"),
};

fn check(machine: &Machine<'_>, out: &Findings) {
    let mut lookup = Lookup { machine, everywhere: HashMap::new(), out };
    for (id, container) in machine.containers.iter().enumerate() {
        if container.node.get("States").is_none_or(Node::is_partial) {
            continue;
        }
        for start in container.start.iter().filter(|start| start.to.is_none()) {
            let noun = machine.noun(id);
            let message = format!("`StartAt` names `{}`, which is not a state of this {noun}", start.target.value);
            lookup.report(id, start, message);
        }
        for state in machine.states_of(container) {
            for way in state.transitions.iter().filter(|way| way.to.is_none() && has_field(state, way.via)) {
                let (from, to, noun) = (state.name.value, way.target.value, machine.noun(id));
                let message = format!("`{from}` goes to `{to}`, which is not a state of this {noun}");
                lookup.report(id, way, message);
            }
        }
    }
}

/// Whether the state's type has the field. If not, that is the fault.
fn has_field(state: &State<'_>, via: Via) -> bool {
    let field = match via {
        Via::StartAt => "StartAt",
        Via::Next => "Next",
        Via::Default => "Default",
        Via::Choice(_) => "Choices",
        Via::Catch(_) => "Catch",
    };
    state.kind.is_none_or(|kind| kind.spec().field(field).is_some())
}

struct Lookup<'m, 'o> {
    machine: &'m Machine<'m>,
    /// All states by their names; filled at the first fault.
    everywhere: HashMap<&'m str, ContainerId>,
    out: &'o Findings,
}

impl Lookup<'_, '_> {
    fn report(&mut self, container: ContainerId, way: &Transition<'_>, message: String) {
        let machine = self.machine;
        if self.everywhere.is_empty() {
            let all = machine.states.iter().map(|state| (state.name.value, state.container));
            self.everywhere = all.collect();
        }
        let name = way.target.value;
        let mut report = self.out.report(&RULE, way.target.site, message);
        if let Some(&elsewhere) = self.everywhere.get(name) {
            let (there, here) = (machine.which(elsewhere), machine.which(container));
            report = report.help(format!("`{name}` is in {there}, this is {here}: no transition leads from one to the other"));
        } else if let Some(meant) = way.meant.and_then(|id| machine.states.get(id)) {
            let meant = meant.name.value;
            let case = if meant.eq_ignore_ascii_case(name) { " Case matters" } else { "" };
            report = report.help(format!("did you mean `{meant}`?{case}"));
        }
        if let Some(container) = machine.containers.get(container) {
            let known = names(machine.states_of(container).map(|state| state.name.value));
            report.help(format!("the states here are {known}"));
        }
    }
}
