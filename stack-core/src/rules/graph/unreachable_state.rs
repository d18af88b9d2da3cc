//! ## What it checks
//! Every state can be reached from the `StartAt` of its machine, branch or item processor. A state that only
//! leads to itself does not count as reached.
//!
//! ## Why
//! AWS refuses the definition. Nothing is reported while it is unclear where another state leads, or where
//! the machine ends.
//!
//! ## Example
//! ```json
//! { "StartAt": "a", "States": { "a": { "Type": "Succeed" }, "b": { "Type": "Succeed" } } }
//! ```
//! Instead:
//! ```json
//! { "StartAt": "a", "States": { "a": { "Type": "Pass", "Next": "b" }, "b": { "Type": "Succeed" } } }
//! ```
//!
//! ## Source
//! `MISSING_TRANSITION_TARGET: State "b" is not reachable.` (measured).

use crate::analysis::Analysis;
use crate::finding::names;
use crate::finding::{Findings, Rule, Severity};
use crate::index::Index;
use crate::model::{Container, Machine, State, StateId, Transition};
use crate::model::{Graph, StateSet, may_end, walk_from};

pub static RULE: Rule =
    Rule { id: "unreachable-state", severity: Severity::Error, source: include_str!("unreachable_state.rs") };

pub(super) fn check(analysis: &Analysis<'_>, out: &Findings) {
    let machine = analysis.machine;
    let graph = analysis.graph();
    let endless = machine.containers.first().is_some_and(|top| !machine.states_of(top).any(may_end));
    for (id, container) in machine.containers.iter().enumerate() {
        let silent = endless && container.owner.is_none();
        if !silent && !graph.is_partial(id) {
            check_container(machine, graph, container, out);
        }
    }
}

fn check_container(machine: &Machine<'_>, graph: &Graph, container: &Container<'_>, out: &Findings) {
    // That is how most are.
    if container.states.iter().all(|&id| graph.is_reached(id)) {
        return;
    }
    let name = |id: StateId| machine.states.get(id).map_or("", |state| state.name.value);
    let mut seen = Index::new();
    for state in machine.states_of(container).filter(|state| graph.is_reached(state.id)) {
        seen.add(state.name.value);
    }
    // A second state of one name cannot be meant as a target; that it is one is the fault.
    let mut lost = Vec::new();
    for state in machine.states_of(container) {
        if !graph.is_reached(state.id) && seen.add(state.name.value) {
            lost.push(state);
        }
    }

    // States to which only lost states lead would be found again with those: they share one finding.
    let mut followers = StateSet::new(machine);
    for state in &lost {
        for to in state.transitions.iter().filter_map(Transition::leads_to).filter(|&to| to != state.id) {
            followers.add(to);
        }
    }
    let mut covered = StateSet::new(machine);
    let mut report = |state: &State<'_>| {
        let behind = walk_from(machine, state.id, &mut covered, &|to| !graph.is_reached(to));
        if behind.is_empty() {
            return;
        }
        let report = out.report(&RULE, state.name.site, format!("`{}` is never reached", state.shown()));
        if let Some((_, behind @ [_, ..])) = behind.split_first() {
            report.help(format!(
                "nor are the states that only it leads to: {}",
                names(behind.iter().map(|&id| name(id)))
            ));
        }
    };
    // Of a cycle, each follows another one: the first of the source stands for it.
    for follows in [false, true] {
        for state in lost.iter().filter(|state| followers.contains(state.id) == follows) {
            report(state);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn a_state_that_leads_nowhere() {
        check(expect![[r#"
            "a": { "Type": "Succeed" },
            "b": { "Type": "Succeed" }
            //^^^ unreachable-state: `b` is never reached
        "#]]);
    }

    #[test]
    fn with_what_only_it_leads_to() {
        check(expect![[r#"
            "a": { "Type": "Succeed" },
            "c": { "Type": "Succeed" },
            "b": { "Type": "Pass", "Next": "c" }
            //^^^ unreachable-state: `b` is never reached
            // help: nor are the states that only it leads to: `c`
        "#]]);
    }

    #[test]
    fn an_unreached_cycle_is_one_finding() {
        check(expect![[r#"
            "a": { "Type": "Succeed" },
            "b": { "Type": "Pass", "Next": "c" },
            //^^^ unreachable-state: `b` is never reached
            // help: nor are the states that only it leads to: `c`
            "c": { "Type": "Pass", "Next": "b" }
        "#]]);
    }

    #[test]
    fn only_from_itself() {
        check(expect![[r#"
            "a": { "Type": "Succeed" },
            "b": { "Type": "Choice", "Choices": [{ "Variable": "$.x", "IsPresent": true, "Next": "b" }], "Default": "a" }
            //^^^ unreachable-state: `b` is never reached
        "#]]);
    }

    #[test]
    fn in_an_item_processor() {
        check(expect![[r#"
            "m": { "Type": "Map", "ItemProcessor": { "StartAt": "a", "States": { "a": { "Type": "Succeed" },
            "b": { "Type": "Succeed" } } }, "End": true }
            //^^^ unreachable-state: `b` is never reached
        "#]]);
    }

    #[test]
    fn a_misspelt_target_is_one_fault() {
        check(expect![[r#"
            "a": { "Type": "Pass", "Next": "bil" }, "bill": { "Type": "Succeed" },
                                         //^^^^^ unknown-target: `a` goes to `bil`, which is not a state of this machine
                                         // help: did you mean `bill`?
                                         // help: the states here are `a`, `bill`, `far`
            "far": { "Type": "Succeed" }
            //^^^^^ unreachable-state: `far` is never reached
        "#]]);
    }

    #[test]
    fn a_missing_transition_is_one_fault() {
        check(expect![[r#"
            "a": { "Type": "Pass" }, "b": { "Type": "Succeed" }
            //^^^ missing-alternative: `a` has neither `Next` nor `End`
            // help: add `Next` to say where it goes, or `End: true` to end here
        "#]]);
    }

    #[test]
    fn a_wrong_start_is_one_fault() {
        check(expect![[r#"
            { "StartAt": "nowhere", "States": { "a": { "Type": "Pass", "Next": "b" }, "b": { "Type": "Succeed" } } }
                       //^^^^^^^^^ unknown-target: `StartAt` names `nowhere`, which is not a state of this machine
                       // help: the states here are `a`, `b`
        "#]]);
    }
}
