//! ## What it checks
//! No state inside a branch or an item processor assigns a variable that may already have a value when the
//! Parallel or Map state around it starts. Variables that are assigned outside only later, by that state itself
//! or by its catchers, may be assigned inside. The child executions of a distributed Map see no outer variables
//! and may use any name.
//!
//! ## Why
//! The documentation forbids it: inside, the outer variable could not be told from the inner one.
//!
//! ## Example
//! ```json
//! "a": { "Type": "Pass", "Assign": { "x": 1 }, "Next": "m" },
//! "m": {
//!   "Type": "Map",
//!   "ItemProcessor": {
//!     "StartAt": "i",
//!     "States": { "i": { "Type": "Pass", "Assign": { "x": 2 }, "End": true } }
//!   },
//!   "End": true
//! }
//! ```
//! Instead:
//! ```json
//! "a": { "Type": "Pass", "Assign": { "x": 1 }, "Next": "m" },
//! "m": {
//!   "Type": "Map",
//!   "ItemProcessor": {
//!     "StartAt": "i",
//!     "States": { "i": { "Type": "Pass", "Assign": { "y": 2 }, "End": true } }
//!   },
//!   "End": true
//! }
//! ```
//!
//! ## Source
//! The documentation and the specification. According to measurements by others, AWS counts only what is assigned
//! on a path to the outer state, loops included; AWS has not confirmed it.

use crate::analysis::Analysis;
use crate::analysis::assignments::assignments;
use crate::analysis::variables::Flow;
use crate::finding::{Findings, Rule, Severity};
use crate::model::{ContainerId, Machine, State};
use std::cell::OnceCell;

pub static RULE: Rule = Rule {
    id: "shadowed-variable",
    severity: Severity::Warning,
    source: include_str!("shadowed_variable.rs"),
};

pub(super) fn check(analysis: &Analysis<'_>, out: &Findings) {
    let machine = analysis.machine;
    if machine.containers.len() < 2 {
        return;
    }
    // Hardly any machine has a name twice, and only then are its paths followed.
    let mut assigned: Vec<(&str, ContainerId)> = Vec::new();
    for state in &machine.states {
        for (name, _) in assignments(state) {
            assigned.push((name, state.container));
        }
    }
    assigned.sort_unstable();
    let flow = OnceCell::new();
    for state in machine.states.iter().filter(|state| state.container > 0) {
        let Some(owner) = owner(machine, state) else { continue };
        for (name, member) in assignments(state) {
            let twice = machine
                .around(state.container)
                .any(|container| assigned.binary_search(&(name, container)).is_ok());
            if twice && flow.get_or_init(|| Flow::new(machine, &[])).comes_with(owner, name) {
                let message = format!("`{name}` may already have a value when `{}` starts", owner.shown());
                out.report(&RULE, member.key.site, message).help("give the inner variable a name of its own");
            }
        }
    }
}

/// The state that the state stands in.
fn owner<'m>(machine: &'m Machine<'m>, state: &State<'_>) -> Option<&'m State<'m>> {
    machine.states.get(machine.containers.get(state.container)?.owner?)
}

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn in_a_map_and_a_branch() {
        check(expect![[r#"
            "a": { "Type": "Pass", "Assign": { "x": 1, "y": 2 }, "Next": "m" },
            "m": { "Type": "Map", "ItemProcessor": { "StartAt": "q", "States": {
                "q": { "Type": "Pass", "Assign": { "z": 0 }, "Next": "p" },
                "p": { "Type": "Parallel", "Branches": [{ "StartAt": "i", "States": {
                    "i": { "Type": "Pass", "Assign": { "x.$": "$", "z": 1 }, "End": true } } }], "Assign": { "y": 1 }, "End": true } } }, "End": true }
                                                     //^^^^^ shadowed-variable: `x` may already have a value when `p` starts
                                                     // help: give the inner variable a name of its own
                                                                 //^^^ shadowed-variable: `z` may already have a value when `p` starts
                                                                 // help: give the inner variable a name of its own
                                                                                                           //^^^ shadowed-variable: `y` may already have a value when `m` starts
                                                                                                           // help: give the inner variable a name of its own
        "#]]);
    }

    #[test]
    fn in_jsonata_in_a_cycle() {
        check(expect![[r#"
            { "QueryLanguage": "JSONata", "StartAt": "m", "States": {
            "m": { "Type": "Map", "ItemProcessor": { "StartAt": "i", "States": { "i": { "Type": "Pass", "Assign": { "x": 2, "y": 1 }, "End": true } } },
                                                                                                                  //^^^ shadowed-variable: `x` may already have a value when `m` starts
                                                                                                                  // help: give the inner variable a name of its own
            "Catch": [{ "ErrorEquals": ["States.ALL"], "Assign": { "x": 1 }, "Next": "w" }], "Assign": { "y": 2 }, "Next": "z" },
            "w": { "Type": "Wait", "Seconds": 5, "Next": "m" },
            "z": { "Type": "Succeed" } } }
        "#]]);
    }

    #[test]
    fn a_variable_assigned_later_is_accepted() {
        check(expect![[r#"
            { "QueryLanguage": "JSONata", "StartAt": "m", "States": {
            "m": { "Type": "Map", "ItemProcessor": { "StartAt": "i", "States": { "i": { "Type": "Pass", "Assign": { "x": 2 }, "End": true } } },
            "Catch": [{ "ErrorEquals": ["States.ALL"], "Assign": { "x": 1 }, "Next": "z" }], "Assign": { "x": "{% $states.result[0] %}" }, "Next": "n" },
            "n": { "Type": "Pass", "Assign": { "x": 3 }, "Next": "z" },
            "z": { "Type": "Succeed" } } }
        "#]]);
    }

    #[test]
    fn siblings_and_distributed_children_are_accepted() {
        check(expect![[r#"
            "a": { "Type": "Pass", "Assign": { "x": 1 }, "Next": "m" },
            "m": { "Type": "Map", "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "i", "States": {
                "i": { "Type": "Pass", "Assign": { "x": 2 }, "End": true } } }, "Next": "p" },
            "p": { "Type": "Parallel", "Branches": [{ "StartAt": "j", "States": { "j": { "Type": "Pass", "Assign": { "y": 1 }, "End": true } } },
                { "StartAt": "k", "States": { "k": { "Type": "Pass", "Assign": { "y": 1 }, "End": true } } }], "End": true }
        "#]]);
    }
}
