//! ## What it checks
//! From every reachable state, an end can be reached; or, in a branch, another branch has a Fail state, which
//! ends all branches.
//!
//! ## Why
//! An execution that enters such a loop never leaves it.
//!
//! ## Example
//! ```json
//! "ask": {
//!   "Type": "Choice",
//!   "Choices": [{ "Variable": "$.busy", "IsPresent": true, "Next": "wait" }],
//!   "Default": "done"
//! },
//! "wait": { "Type": "Wait", "Seconds": 5, "Next": "wait" },
//! "done": { "Type": "Succeed" }
//! ```
//! Instead:
//! ```json
//! "ask": {
//!   "Type": "Choice",
//!   "Choices": [{ "Variable": "$.busy", "IsPresent": true, "Next": "wait" }],
//!   "Default": "done"
//! },
//! "wait": { "Type": "Wait", "Seconds": 5, "Next": "ask" },
//! "done": { "Type": "Succeed" }
//! ```
//!
//! ## Source
//! Our own reasoning; AWS accepts it.

use crate::analysis::Analysis;
use crate::finding::names;
use crate::finding::{Findings, Rule, Severity};
use crate::model::{FailingSiblings, StateSet, can_end, may_end, walk_from};
use crate::model::{State, StateId, Transition};
use std::cell::OnceCell;

pub static RULE: Rule =
    Rule { id: "no-path-to-end", severity: Severity::Warning, source: include_str!("no_path_to_end.rs") };

pub(super) fn check(analysis: &Analysis<'_>, out: &Findings) {
    let machine = analysis.machine;
    // An execution that never goes back comes to an end.
    let goes_back = |state: &State<'_>| {
        state.transitions.iter().any(|transition| transition.leads_to().is_some_and(|to| to <= state.id))
    };
    if !machine.states.iter().any(goes_back) {
        return;
    }
    let graph = analysis.graph();
    let ends = can_end(machine);
    let failing = OnceCell::new();
    let trapped = |id: StateId| graph.is_reached(id) && !ends.contains(id);
    for (id, container) in machine.containers.iter().enumerate() {
        // Without any end, `no-terminal-state` or `endless-container` speaks.
        if graph.is_partial(id) || !machine.states_of(container).any(may_end) {
            continue;
        }
        // That is how most are.
        if !container.states.iter().any(|&id| trapped(id)) {
            continue;
        }
        if failing.get_or_init(|| FailingSiblings::new(machine)).end(machine, id) {
            continue;
        }
        // The states at which the path to an end is lost, and not those behind them.
        let mut entries = StateSet::new(machine);
        let mut enter = |transition: &Transition<'_>| {
            if let Some(to) = transition.leads_to().filter(|&to| trapped(to)) {
                entries.add(to);
            }
        };
        if let Some(start) = &container.start {
            enter(start);
        }
        for state in machine.states_of(container) {
            if graph.is_reached(state.id) && !trapped(state.id) {
                for transition in &state.transitions {
                    enter(transition);
                }
            }
        }
        let mut covered = StateSet::new(machine);
        for &entry in &container.states {
            if !entries.contains(entry) {
                continue;
            }
            let behind = walk_from(machine, entry, &mut covered, &|_| true);
            if behind.is_empty() {
                continue;
            }
            let Some(state) = machine.states.get(entry) else { continue };
            let loops =
                names(behind.iter().filter_map(|&id| machine.states.get(id)).map(|state| state.name.value));
            out.report(&RULE, state.name.site, format!("no end can be reached from `{}`", state.shown()))
                .help(format!("an execution never leaves {loops}"));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn a_loop_without_exit_is_reported() {
        check(expect![[r#"
            "a": { "Type": "Choice", "Choices": [{ "Variable": "$.x", "IsPresent": true, "Next": "poll" }], "Default": "z" },
            "poll": { "Type": "Wait", "Seconds": 5, "Next": "ask" },
            //^^^^^^ no-path-to-end: no end can be reached from `poll`
            // help: an execution never leaves `poll`, `ask`
            "ask": { "Type": "Pass", "Next": "poll" },
            "z": { "Type": "Succeed" }
        "#]]);
    }

    #[test]
    fn a_loop_with_an_exit_is_accepted() {
        check(expect![[r#"
            "poll": { "Type": "Wait", "Seconds": 5, "Next": "ask" },
            "ask": { "Type": "Choice", "Choices": [{ "Variable": "$.x", "IsPresent": true, "Next": "z" }], "Default": "poll" },
            "z": { "Type": "Succeed" }
        "#]]);
    }

    #[test]
    fn a_catcher_is_an_exit() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "Catch": [{ "ErrorEquals": ["E"], "Next": "z" }], "Next": "a" },
            "z": { "Type": "Succeed" }
        "#]]);
    }

    #[test]
    fn another_branch_is_an_exit() {
        check(expect![[r#"
            "m": { "Type": "Parallel", "Branches": [
                { "StartAt": "a", "States": { "a": { "Type": "Choice", "Choices": [{ "Variable": "$.x", "IsPresent": true, "Next": "w" }], "Default": "e" },
                    "w": { "Type": "Wait", "Seconds": 9, "Next": "w" }, "e": { "Type": "Succeed" } } },
                { "StartAt": "b", "States": { "b": { "Type": "Pass", "Next": "c" }, "c": { "Type": "Fail", "Error": "Done" } } }],
                "Catch": [{ "ErrorEquals": ["Done"], "Next": "z" }], "Next": "z" },
            "z": { "Type": "Succeed" }
        "#]]);
    }
}
