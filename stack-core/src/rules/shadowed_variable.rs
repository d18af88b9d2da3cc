//! ## What it checks
//! No state inside a branch or an item processor assigns a variable that a state around it also assigns,
//! earlier or later. The child executions of a distributed Map see no outer variables and may use any name.
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
//! The documentation and the specification; not confirmed on AWS.

use super::Rule;
use crate::finding::{Findings, Severity};
use crate::model::{ContainerId, Machine};
use crate::states::assign::assignments;
use std::collections::HashMap;

pub static RULE: Rule = Rule {
    id: "shadowed-variable",
    severity: Severity::Warning,
    check: Some(check),
    source: include_str!("shadowed_variable.rs"),
};

fn check(machine: &Machine<'_>, out: &Findings) {
    if machine.containers.len() < 2 {
        return;
    }
    // Who assigns a variable first in which container.
    let mut owners: HashMap<(ContainerId, &str), &str> = HashMap::new();
    for state in &machine.states {
        for (name, _) in assignments(state) {
            owners.entry((state.container, name)).or_insert(state.name.value);
        }
    }
    if owners.is_empty() {
        return;
    }
    for state in machine.states.iter().filter(|state| state.container > 0) {
        for (name, member) in assignments(state) {
            let mut around = machine.around(state.container);
            if let Some(owner) = around.find_map(|container| owners.get(&(container, name))) {
                let message =
                    format!("`{name}` is already a variable of `{owner}`, outside `{}`", state.name.value);
                out.report(&RULE, member.key.site, message).help("give the inner variable a name of its own");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn in_a_map_and_a_branch() {
        check(expect![[r#"
            "m": { "Type": "Map", "ItemProcessor": { "StartAt": "p", "States": {
                "p": { "Type": "Parallel", "Branches": [{ "StartAt": "i", "States": {
                    "i": { "Type": "Pass", "Assign": { "x.$": "$", "z": 1 }, "End": true } } }], "Assign": { "y": 1, "z": 2 }, "End": true } } }, "Next": "a" },
                                                     //^^^^^ shadowed-variable: `x` is already a variable of `a`, outside `i`
                                                     // help: give the inner variable a name of its own
                                                                 //^^^ shadowed-variable: `z` is already a variable of `p`, outside `i`
                                                                 // help: give the inner variable a name of its own
                                                                                                           //^^^ shadowed-variable: `y` is already a variable of `a`, outside `p`
                                                                                                           // help: give the inner variable a name of its own
            "a": { "Type": "Pass", "Assign": { "x": 1, "y": 2 }, "End": true }
        "#]]);
    }

    #[test]
    fn in_jsonata_from_a_catcher() {
        check(expect![[r#"
            { "QueryLanguage": "JSONata", "StartAt": "m", "States": {
            "m": { "Type": "Map", "ItemProcessor": { "StartAt": "i", "States": { "i": { "Type": "Pass", "Assign": { "x": 2 }, "End": true } } },
                                                                                                                  //^^^ shadowed-variable: `x` is already a variable of `m`, outside `i`
                                                                                                                  // help: give the inner variable a name of its own
            "Catch": [{ "ErrorEquals": ["States.ALL"], "Assign": { "x": 1 }, "Next": "z" }], "Next": "z" },
            "z": { "Type": "Succeed" } } }
        "#]]);
    }

    #[test]
    fn siblings_and_distributed_children_are_apart() {
        check(expect![[r#"
            "a": { "Type": "Pass", "Assign": { "x": 1 }, "Next": "m" },
            "m": { "Type": "Map", "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "i", "States": {
                "i": { "Type": "Pass", "Assign": { "x": 2 }, "End": true } } }, "Next": "p" },
            "p": { "Type": "Parallel", "Branches": [{ "StartAt": "j", "States": { "j": { "Type": "Pass", "Assign": { "y": 1 }, "End": true } } },
                { "StartAt": "k", "States": { "k": { "Type": "Pass", "Assign": { "y": 1 }, "End": true } } }], "End": true }
        "#]]);
    }
}
