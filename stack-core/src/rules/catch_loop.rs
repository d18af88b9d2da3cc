//! ## What it checks
//! A catcher for `States.ALL` does not lead back to its own state.
//!
//! ## Why
//! If the error stays, the state runs again and again, at once and without a limit. `Retry` has both.
//!
//! ## Example
//! ```json
//! "a": { "Type": "Task", "Resource": "..", "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "a" }], "End": true }
//! ```
//! Instead:
//! ```json
//! "a": { "Type": "Task", "Resource": "..", "Retry": [{ "ErrorEquals": ["States.ALL"] }], "End": true }
//! ```
//!
//! ## Source
//! By reason; AWS accepts it.

use super::Rule;
use crate::finding::{Findings, Severity};
use crate::model::{Machine, Via};
use crate::states::error::{ALL, handlers};

pub static RULE: Rule = Rule {
    id: "catch-loop",
    severity: Severity::Warning,
    check: Some(check),
    source: include_str!("catch_loop.rs"),
};

fn check(machine: &Machine<'_>, out: &Findings) {
    for handler in handlers(machine).filter(|handler| handler.list == "Catch") {
        let state = handler.state;
        let Some(all) = handler.names().find(|name| name.value == ALL) else { continue };
        let back = state.transitions.iter().any(|way| {
            way.via == Via::Catch(handler.index) && way.target.value == state.name.value && way.to.is_some()
        });
        if back {
            let name = state.name.value;
            out.report(&RULE, all.site, format!("whatever fails in `{name}` leads back to `{name}`"))
                .help("`Retry` runs a state again after a pause, and not for ever");
        }
    }
}
