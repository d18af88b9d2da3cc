//! ## What it checks
//! Every field is where it belongs: `Retry` on a Task, not on a Pass; `TimeoutSeconds` on the machine, not on
//! a branch; `Next` in a choice rule, not in a rule nested inside it; `Credentials` on a task that is not an
//! activity.
//!
//! ## Why
//! AWS refuses the definition.
//!
//! ## Example
//! ```json
//! { "Type": "Pass", "Retry": [], "End": true }
//! ```
//! Instead:
//! ```json
//! { "Type": "Pass", "End": true }
//! ```
//!
//! ## Source
//! `Field 'Retry' is not supported` (measured for 8 state types and 50 fields).

use crate::analysis::Analysis;
use crate::finding::{Findings, Rule, Severity};

pub static RULE: Rule =
    Rule { id: "unsupported-field", severity: Severity::Error, source: include_str!("unsupported_field.rs") };

pub(super) fn check(analysis: &Analysis<'_>, out: &Findings) {
    let _machine = analysis.machine;
    for (state, _) in analysis.tasks().filter(|(_, task)| task.waits == Some("an activity")) {
        if let Some(credentials) = state.node.member("Credentials") {
            let message = format!("`{}` runs an activity, which cannot have `Credentials`", state.shown());
            out.report(&RULE, credentials.key.site, message)
                .help("the activity's worker uses its own credentials");
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn of_another_type() {
        check(expect![[r#"
            "a": { "Type": "Pass", "Retry": [], "Next": "b" },
                                 //^^^^^^^ unsupported-field: a Pass state has no `Retry`
                                 // help: these types of state have it: `Task`, `Parallel`, `Map`
            "b": { "Type": "Succeed", "End": true }
                                    //^^^^^ unsupported-field: a Succeed state has no `End`
                                    // help: these types of state have it: `Task`, `Pass`, `Wait`, `Parallel`, `Map`
        "#]]);
    }

    #[test]
    fn of_the_machine() {
        check(expect![[r#"
            "a": { "Type": "Parallel", "Branches": [{ "TimeoutSeconds": 5, "StartAt": "b", "States": { "b": { "Type": "Succeed" } } }], "End": true }
                                                    //^^^^^^^^^^^^^^^^ unsupported-field: a Parallel branch has no `TimeoutSeconds`
                                                    // help: only a state machine has it
        "#]]);
    }

    #[test]
    fn instead_of_what_belongs_here() {
        check(expect![[r#"
            "a": { "Type": "Choice", "Choices": [{ "Not": { "Condition": "{% true %}" }, "Next": "b" }], "Default": "a" },
                                                          //^^^^^^^^^^^ unsupported-field: a nested choice rule has no `Condition`
                                                          // help: only a choice rule has it
            "b": { "Type": "Succeed" }
        "#]]);
    }

    #[test]
    fn of_an_outer_rule() {
        check(expect![[r#"
            "a": { "Type": "Choice", "Choices": [{ "Not": { "Variable": "$.x", "IsPresent": true, "Next": "b" }, "Next": "b" }], "Default": "a" },
                                                                                                //^^^^^^ unsupported-field: a nested choice rule has no `Next`
                                                                                                // help: only a choice rule has it
            "b": { "Type": "Succeed" }
        "#]]);
    }

    #[test]
    fn credentials_of_an_activity() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:states:eu-west-1:123456789012:activity:a", "TimeoutSeconds": 9, "Credentials": { "RoleArn": "arn:aws:iam::111122223333:role/r" }, "End": true }
                                                                                                                      //^^^^^^^^^^^^^ unsupported-field: `a` runs an activity, which cannot have `Credentials`
                                                                                                                      // help: the activity's worker uses its own credentials
        "#]]);
    }
}
