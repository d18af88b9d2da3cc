//! ## What it checks
//! The `TimeoutSeconds` of a machine is not 0.
//!
//! ## Why
//! AWS accepts it, but every execution times out immediately.
//!
//! ## Example
//! ```json
//! { "TimeoutSeconds": 0, "StartAt": "a", "States": { "a": { "Type": "Succeed" } } }
//! ```
//! Instead:
//! ```json
//! { "TimeoutSeconds": 60, "StartAt": "a", "States": { "a": { "Type": "Succeed" } } }
//! ```
//!
//! ## Source
//! Measured: accepted on the machine, refused on a task (`out-of-range`).

use crate::analysis::Analysis;
use crate::finding::{Edit, Findings, Rule, Severity, Suggestion};
use crate::json::Json;

pub static RULE: Rule =
    Rule { id: "zero-timeout", severity: Severity::Warning, source: include_str!("zero_timeout.rs") };

pub(super) fn check(analysis: &Analysis<'_>, out: &Findings) {
    let machine = analysis.machine;
    if let Some(timeout) = machine.root.member("TimeoutSeconds")
        && timeout.value.json == Json::Number("0".into())
    {
        let edit = Edit::Remove { site: timeout.key.site };
        out.report(&RULE, timeout.value.site, "every execution times out immediately")
            .help(Suggestion::possible("leave `TimeoutSeconds` out for no limit", edit));
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn of_the_machine() {
        check(expect![[r#"
            { "TimeoutSeconds": 0, "StartAt": "a", "States": { "a": { "Type": "Succeed" } } }
                              //^ zero-timeout: every execution times out immediately
                              // help: leave `TimeoutSeconds` out for no limit
        "#]]);
    }

    #[test]
    fn one_second_is_accepted() {
        check(expect![[r#"
            { "TimeoutSeconds": 1, "StartAt": "a", "States": { "a": { "Type": "Succeed" } } }
        "#]]);
    }
}
