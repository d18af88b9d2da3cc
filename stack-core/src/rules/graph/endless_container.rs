//! ## What it checks
//! A branch or item processor has a state that ends it, or another branch has a Fail state, which ends all
//! branches.
//!
//! ## Why
//! AWS accepts the definition, but the branch, or the run of every item, loops until the execution is
//! stopped.
//!
//! ## Example
//! ```json
//! "m": { "Type": "Map", "End": true, "ItemProcessor":
//!   { "StartAt": "a", "States": { "a": { "Type": "Pass", "Next": "a" } } } }
//! ```
//! Instead:
//! ```json
//! "m": { "Type": "Map", "End": true, "ItemProcessor":
//!   { "StartAt": "a", "States": { "a": { "Type": "Pass", "End": true } } } }
//! ```
//!
//! ## Source
//! It was measured that AWS accepts this.

use crate::analysis::Analysis;
use crate::finding::{Findings, Rule, Severity};
use crate::model::{FailingSiblings, may_end};
use std::cell::OnceCell;

pub static RULE: Rule = Rule {
    id: "endless-container",
    severity: Severity::Warning,
    source: include_str!("endless_container.rs"),
};

pub(super) fn check(analysis: &Analysis<'_>, out: &Findings) {
    let machine = analysis.machine;
    let failing = OnceCell::new();
    for (id, container) in machine.containers.iter().enumerate().skip(1) {
        if container.partial || container.states.is_empty() || machine.states_of(container).any(may_end) {
            continue;
        }
        if failing.get_or_init(|| FailingSiblings::new(machine)).end(machine, id) {
            continue;
        }
        let site = container.node.member("States").map_or(container.node.site, |member| member.key.site);
        out.report(&RULE, site, format!("no state of this {} ends it", machine.container_label(id)))
            .help("give the last state `End: true`, or let it go to a Succeed or Fail state");
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn an_item_processor() {
        check(expect![[r#"
            "m": { "Type": "Map", "ItemProcessor": {
            "StartAt": "a", "States": { "a": { "Type": "Pass", "Next": "a" } } }, "End": true }
                          //^^^^^^^^ endless-container: no state of this item processor ends it
                          // help: give the last state `End: true`, or let it go to a Succeed or Fail state
        "#]]);
    }

    #[test]
    fn a_branch() {
        check(expect![[r#"
            "m": { "Type": "Parallel", "Branches": [{
            "StartAt": "a", "States": { "a": { "Type": "Pass", "Next": "a" } } }], "End": true }
                          //^^^^^^^^ endless-container: no state of this Parallel branch ends it
                          // help: give the last state `End: true`, or let it go to a Succeed or Fail state
        "#]]);
    }

    #[test]
    fn a_branch_that_another_one_ends_is_accepted() {
        check(expect![[r#"
            "m": { "Type": "Parallel", "Branches": [
                { "StartAt": "a", "States": { "a": { "Type": "Wait", "Seconds": 9, "Next": "p" }, "p": { "Type": "Map", "ItemProcessor": { "StartAt": "i", "States": { "i": { "Type": "Wait", "Seconds": 9, "Next": "i" } } }, "Next": "a" } } },
                { "StartAt": "b", "States": { "b": { "Type": "Pass", "Next": "c" }, "c": { "Type": "Fail", "Error": "Done" } } }],
                "Catch": [{ "ErrorEquals": ["Done"], "Next": "z" }], "Next": "z" },
            "z": { "Type": "Succeed" }
        "#]]);
    }

    #[test]
    fn another_branch_that_ends_is_no_help() {
        check(expect![[r#"
            "m": { "Type": "Parallel", "Branches": [
                { "StartAt": "a", "States": { "a": { "Type": "Wait", "Seconds": 9, "Next": "a" } } },
                                //^^^^^^^^ endless-container: no state of this Parallel branch ends it
                                // help: give the last state `End: true`, or let it go to a Succeed or Fail state
                { "StartAt": "b", "States": { "b": { "Type": "Pass", "End": true } } }], "End": true }
        "#]]);
    }
}
