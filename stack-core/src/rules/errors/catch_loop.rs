//! ## What it checks
//! A catcher for `States.ALL` does not lead back to its own state.
//!
//! ## Why
//! If the error persists, the state runs again and again, with no pause and no limit. `Retry` has both.
//!
//! ## Example
//! ```json
//! "a": {
//!   "Type": "Task", "Resource": "..",
//!   "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "a" }],
//!   "End": true
//! }
//! ```
//! Instead:
//! ```json
//! "a": { "Type": "Task", "Resource": "..", "Retry": [{ "ErrorEquals": ["States.ALL"] }], "End": true }
//! ```
//!
//! ## Source
//! Our own reasoning; AWS accepts it.

use crate::analysis::Analysis;
use crate::analysis::handlers::Handler;
use crate::finding::{Findings, Rule, Severity};
use crate::language::states::error::ALL;
use crate::model::Via;

pub static RULE: Rule =
    Rule { id: "catch-loop", severity: Severity::Warning, source: include_str!("catch_loop.rs") };

pub(super) fn check(analysis: &Analysis<'_>, out: &Findings) {
    let machine = analysis.machine;
    let all =
        |handler: &&Handler<'_>| handler.list == "Catch" && handler.names().any(|name| name.value == ALL);
    for handler in analysis.handlers().iter().filter(all) {
        let Some(state) = machine.states.get(handler.state) else { continue };
        let name = state.name.value;
        let back = state.transitions.iter().find(|transition| {
            transition.via == Via::Catch(handler.index)
                && transition.target.value == name
                && transition.to.is_some()
        });
        if let Some(back) = back {
            out.report(
                &RULE,
                back.target.site,
                format!("any error in `{0}` leads straight back to `{0}`", state.shown()),
            )
            .help("to try again with a pause and a limit, use `Retry`");
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn a_catcher_of_all_errors_is_reported() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "a" }], "End": true }
                                                                                                                                                    //^^^ catch-loop: any error in `a` leads straight back to `a`
                                                                                                                                                    // help: to try again with a pause and a limit, use `Retry`
        "#]]);
    }

    #[test]
    fn a_catcher_of_one_error_is_accepted() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "Catch": [{ "ErrorEquals": ["Busy"], "Next": "a" }], "End": true }
        "#]]);
    }
}
