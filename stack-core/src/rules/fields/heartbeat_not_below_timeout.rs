//! ## What it checks
//! `HeartbeatSeconds` is less than `TimeoutSeconds`.
//!
//! ## Why
//! Otherwise the task times out before a missed heartbeat can be noticed.
//!
//! ## Example
//! ```json
//! { "Type": "Task", "TimeoutSeconds": 10, "HeartbeatSeconds": 10 }
//! ```
//! Instead:
//! ```json
//! { "Type": "Task", "TimeoutSeconds": 10, "HeartbeatSeconds": 5 }
//! ```
//!
//! ## Source
//! The specification requires it; whether AWS refuses it is not confirmed.

use crate::analysis::Analysis;
use crate::finding::{Findings, Rule, Severity};
use crate::json::{Json, Node};
use crate::language::StateKind;

pub static RULE: Rule = Rule {
    id: "heartbeat-not-below-timeout",
    severity: Severity::Warning,
    source: include_str!("heartbeat_not_below_timeout.rs"),
};

pub(super) fn check(analysis: &Analysis<'_>, out: &Findings) {
    let machine = analysis.machine;
    for state in machine.states.iter().filter(|state| state.kind == Some(StateKind::Task)) {
        let heartbeat = state.node.get("HeartbeatSeconds");
        let seconds = |value: Option<&Node<'_>>| match value.map(|value| &value.json) {
            Some(Json::Number(digits)) => digits.parse::<i64>().ok(),
            _ => None,
        };
        let timeout = seconds(state.node.get("TimeoutSeconds"));
        if let (Some(value), Some(beat), Some(timeout)) = (heartbeat, seconds(heartbeat), timeout)
            && beat >= timeout
        {
            let message =
                format!("the task times out after {timeout} s, before a missed heartbeat is noticed");
            out.report(&RULE, value.site, message)
                .help("`HeartbeatSeconds` must be less than `TimeoutSeconds`");
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn a_heartbeat_equal_to_the_timeout_is_reported() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "TimeoutSeconds": 10, "HeartbeatSeconds": 10, "End": true }
                                                                                                                                           //^^ heartbeat-not-below-timeout: the task times out after 10 s, before a missed heartbeat is noticed
                                                                                                                                           // help: `HeartbeatSeconds` must be less than `TimeoutSeconds`
        "#]]);
    }

    #[test]
    fn a_heartbeat_below_the_timeout_is_accepted() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "TimeoutSeconds": 10, "HeartbeatSeconds": 9, "End": true }
        "#]]);
    }
}
