//! ## What it checks
//! A machine has a state that ends it: one with `End: true`, a Succeed state or a Fail state.
//!
//! ## Why
//! AWS refuses the definition.
//!
//! ## Example
//! ```json
//! { "StartAt": "a", "States": { "a": { "Type": "Pass", "Next": "a" } } }
//! ```
//! Instead:
//! ```json
//! { "StartAt": "a", "States": { "a": { "Type": "Pass", "End": true } } }
//! ```
//!
//! ## Source
//! `MISSING_END_STATE: Workflow has no terminal state` (measured). AWS does not require this of branches and
//! item processors; see `endless-container`.

use crate::analysis::Analysis;
use crate::finding::{Findings, Rule, Severity};
use crate::model::may_end;

pub static RULE: Rule =
    Rule { id: "no-terminal-state", severity: Severity::Error, source: include_str!("no_terminal_state.rs") };

pub(super) fn check(analysis: &Analysis<'_>, out: &Findings) {
    let machine = analysis.machine;
    let Some(top) = machine.containers.first() else { return };
    if top.partial || top.states.is_empty() || machine.states_of(top).any(may_end) {
        return;
    }
    let site = top.node.member("States").map_or(top.node.site, |member| member.key.site);
    out.report(&RULE, site, "no state of this machine ends it")
        .help("give the last state `End: true`, or let it go to a Succeed or Fail state");
}

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn a_cycle_is_reported() {
        check(expect![[r#"
            { "StartAt": "a", "States": {
                            //^^^^^^^^ no-terminal-state: no state of this machine ends it
                            // help: give the last state `End: true`, or let it go to a Succeed or Fail state
            "a": { "Type": "Pass", "Next": "b" }, "b": { "Type": "Pass", "Next": "a" }, "c": { "Type": "Pass", "Next": "a" } } }
        "#]]);
    }

    #[test]
    fn a_state_without_next_or_end_may_end() {
        check(expect![[r#"
            "a": { "Type": "Pass", "Next": "b" }, "b": { "Type": "Pass" }
                                                //^^^ missing-alternative: `b` has neither `Next` nor `End`
                                                // help: add `Next` to say where it goes, or `End: true` to end here
        "#]]);
    }
}
