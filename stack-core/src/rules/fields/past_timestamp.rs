//! ## What it checks
//! The `Timestamp` of a Wait state is not before 2025.
//!
//! ## Why
//! AWS accepts it, but the state never waits. The timestamp is most likely left over from an example or a
//! test. The year is fixed, so that the same definition always gives the same findings.
//!
//! ## Example
//! ```json
//! { "Type": "Wait", "Timestamp": "2016-03-14T01:59:00Z", "End": true }
//! ```
//! Instead:
//! ```json
//! { "Type": "Wait", "TimestampPath": "$.expires", "End": true }
//! ```
//!
//! ## Source
//! A Wait state whose time has passed does not wait (documented).

use crate::analysis::Analysis;
use crate::expression::timestamp::{self, Timestamp};
use crate::finding::{Findings, Rule, Severity};
use crate::language::StateKind;

pub static RULE: Rule =
    Rule { id: "past-timestamp", severity: Severity::Warning, source: include_str!("past_timestamp.rs") };

/// The end of the past: 2025-01-01T00:00:00Z, before the first version of this rule.
const PAST: Timestamp = Timestamp { seconds: 1_735_689_600, nanoseconds: 0 };

pub(super) fn check(analysis: &Analysis<'_>, out: &Findings) {
    let machine = analysis.machine;
    for state in machine.states.iter().filter(|state| state.kind == Some(StateKind::Wait)) {
        let Some(value) = state.node.get("Timestamp") else { continue };
        let text = value.as_str().unwrap_or_default();
        if timestamp::parse(text).is_ok_and(|instant| instant < PAST) {
            let message = format!("`{}` never waits: its timestamp is long past", state.shown());
            out.report(&RULE, value.site, message)
                .help("take the timestamp from the input with `TimestampPath`, or use `Seconds`");
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn years_that_are_over_are_reported() {
        check(expect![[r#"
            "a": { "Type": "Wait", "Timestamp": "2016-03-14T01:59:00Z", "Next": "b" },
                                              //^^^^^^^^^^^^^^^^^^^^^^ past-timestamp: `a` never waits: its timestamp is long past
                                              // help: take the timestamp from the input with `TimestampPath`, or use `Seconds`
            "b": { "Type": "Wait", "QueryLanguage": "JSONata", "Timestamp": "2024-12-31T23:59:59+01:00", "Next": "c" },
                                                                          //^^^^^^^^^^^^^^^^^^^^^^^^^^^ past-timestamp: `b` never waits: its timestamp is long past
                                                                          // help: take the timestamp from the input with `TimestampPath`, or use `Seconds`
            "c": { "Type": "Wait", "Timestamp": "2025-01-01T00:00:00Z", "Next": "d" },
            "d": { "Type": "Wait", "Timestamp": "2024-12-31T23:30:00-01:00", "Next": "e" },
            "e": { "Type": "Wait", "QueryLanguage": "JSONata", "Timestamp": "{% $now() %}", "End": true }
        "#]]);
    }
}
