//! ## What it checks
//! In an Express execution, no Wait state waits longer than 300 seconds, and the machine's timeout is no
//! longer than that.
//!
//! ## Why
//! An Express execution ends after five minutes, whatever its definition says, so nothing after such a Wait
//! ever runs.
//!
//! ## Example
//! ```json
//! "a": {
//!   "Type": "Map",
//!   "ItemProcessor": {
//!     "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS" },
//!     "StartAt": "b",
//!     "States": { "b": { "Type": "Wait", "Seconds": 3600, "End": true } }
//!   },
//!   "End": true
//! }
//! ```
//! Instead:
//! ```json
//! "a": {
//!   "Type": "Map",
//!   "ItemProcessor": {
//!     "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS" },
//!     "StartAt": "b",
//!     "States": { "b": { "Type": "Wait", "Seconds": 60, "End": true } }
//!   },
//!   "End": true
//! }
//! ```
//!
//! ## Source
//! The limit is documented. As far as is known, AWS accepts such definitions.

use crate::analysis::Analysis;
use crate::analysis::maps;
use crate::finding::{Findings, Rule, Severity};
use crate::json::{Json, Node};
use crate::language::{MachineType, StateKind};

pub static RULE: Rule = Rule {
    id: "beyond-express-limit",
    severity: Severity::Warning,
    source: include_str!("beyond_express_limit.rs"),
};

/// How long an Express execution may take, in seconds.
const LIMIT: i64 = 300;

pub(super) fn check(analysis: &Analysis<'_>, out: &Findings) {
    let machine = analysis.machine;
    let express = machine.kind == MachineType::Express;
    if let Some(timeout) = machine.root.get("TimeoutSeconds").filter(|timeout| express && is_beyond(timeout))
    {
        let message = format!("an Express execution ends after {LIMIT} s anyway");
        out.report(&RULE, timeout.site, message).help("give less, or make the machine Standard");
    }
    for state in machine.states.iter().filter(|state| state.kind == Some(StateKind::Wait)) {
        let Some(seconds) = state.node.get("Seconds").filter(|seconds| is_beyond(seconds)) else { continue };
        if express || maps::in_express_child(machine, state) {
            let message =
                format!("`{}` waits longer than the {LIMIT} s that an Express execution has", state.shown());
            out.report(&RULE, seconds.site, message).help("wait less, or make the execution Standard");
        }
    }
}

fn is_beyond(value: &Node<'_>) -> bool {
    matches!(&value.json, Json::Number(digits) if digits.parse::<i64>().is_ok_and(|seconds| seconds > LIMIT))
}

#[cfg(test)]
mod tests {
    use crate::testing::{check, check_express};
    use expect_test::expect;

    #[test]
    fn an_express_machine() {
        check_express(expect![[r#"
            { "QueryLanguage": "JSONata", "TimeoutSeconds": 301, "StartAt": "a", "States": {
                                                          //^^^ beyond-express-limit: an Express execution ends after 300 s anyway
                                                          // help: give less, or make the machine Standard
            "a": { "Type": "Wait", "Seconds": 301, "Next": "b" },
                                            //^^^ beyond-express-limit: `a` waits longer than the 300 s that an Express execution has
                                            // help: wait less, or make the execution Standard
            "b": { "Type": "Wait", "Seconds": 300, "End": true } } }
        "#]]);
    }

    #[test]
    fn express_children() {
        check(expect![[r#"
            "m": { "Type": "Map", "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS" }, "StartAt": "a", "States": {
            "a": { "Type": "Wait", "Seconds": 600, "End": true } } }, "End": true }
                                            //^^^ beyond-express-limit: `a` waits longer than the 300 s that an Express execution has
                                            // help: wait less, or make the execution Standard
        "#]]);
    }

    #[test]
    fn a_standard_machine_is_accepted() {
        check(expect![[r#"
            { "TimeoutSeconds": 3600, "StartAt": "a", "States": { "a": { "Type": "Wait", "Seconds": 600, "End": true } } }
        "#]]);
    }
}
