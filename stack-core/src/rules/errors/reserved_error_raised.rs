//! ## What it checks
//! If the `Error` of a Fail state starts with `States.`, it is one of AWS's own errors.
//!
//! ## Why
//! AWS runs it, but the prefix `States.` is reserved, and anyone who reads the execution history will look
//! the error up in vain. Raising one of AWS's own errors again is fine.
//!
//! ## Example
//! ```json
//! { "Type": "Fail", "Error": "States.Declined" }
//! ```
//! Instead:
//! ```json
//! { "Type": "Fail", "Error": "Declined" }
//! ```
//!
//! ## Source
//! The prefix is reserved (documented); whether AWS refuses other names with it is not confirmed.

use crate::analysis::Analysis;
use crate::finding::{Findings, Rule, Severity};
use crate::language::StateKind;
use crate::language::states::error::RESERVED;

pub static RULE: Rule = Rule {
    id: "reserved-error-raised",
    severity: Severity::Warning,
    source: include_str!("reserved_error_raised.rs"),
};

pub(super) fn check(analysis: &Analysis<'_>, out: &Findings) {
    let machine = analysis.machine;
    for state in machine.states.iter().filter(|state| state.kind == Some(StateKind::Fail)) {
        let Some(error) = state.node.get("Error") else { continue };
        let name = error.as_str().unwrap_or_default();
        let known = RESERVED.contains(&name) || name.starts_with("States.Http.StatusCode.");
        // What looks like a function call was not meant as a name.
        if name.starts_with("States.") && !known && !name.contains('(') {
            out.report(
                &RULE,
                error.site,
                format!("`{name}` is not one of AWS's errors, but is named like one"),
            )
            .help("give your error a name without `States.`");
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn unknown_reserved_names_are_reported_and_known_ones_accepted() {
        check(expect![[r#"
            "a": { "Type": "Choice", "Choices": [{ "Variable": "$.x", "IsPresent": true, "Next": "b" }, { "Variable": "$.y", "IsPresent": true, "Next": "c" }], "Default": "d" },
            "b": { "Type": "Fail", "Error": "States.Declined" },
                                          //^^^^^^^^^^^^^^^^^ reserved-error-raised: `States.Declined` is not one of AWS's errors, but is named like one
                                          // help: give your error a name without `States.`
            "c": { "Type": "Fail", "QueryLanguage": "JSONata", "Error": "States.Mine" },
                                                                      //^^^^^^^^^^^^^ reserved-error-raised: `States.Mine` is not one of AWS's errors, but is named like one
                                                                      // help: give your error a name without `States.`
            "d": { "Type": "Fail", "Error": "States.TaskFailed" }
        "#]]);
    }
}
