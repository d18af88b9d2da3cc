//! ## What it checks
//! A branch or item processor has a state that ends it.
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

use super::Rule;
use crate::finding::{Findings, Severity};
use crate::graph::may_end;
use crate::model::Machine;

pub static RULE: Rule = Rule {
    id: "endless-container",
    severity: Severity::Warning,
    check: Some(check),
    source: include_str!("endless_container.rs"),
};

fn check(machine: &Machine<'_>, out: &Findings) {
    for (id, container) in machine.containers.iter().enumerate().skip(1) {
        if container.partial || container.states.is_empty() || machine.states_of(container).any(may_end) {
            continue;
        }
        let site = container.node.member("States").map_or(container.node.site, |member| member.key.site);
        out.report(&RULE, site, format!("no state of this {} ends it", machine.noun(id)))
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
}
