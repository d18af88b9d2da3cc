//! ## What it checks
//! `States.ALL` is the only name in its `ErrorEquals`.
//!
//! ## Why
//! AWS refuses the definition: beside `States.ALL`, other names add nothing.
//!
//! ## Example
//! ```json
//! "ErrorEquals": ["Declined", "States.ALL"]
//! ```
//! Instead:
//! ```json
//! "ErrorEquals": ["States.ALL"]
//! ```
//!
//! ## Source
//! `States.ALL must appear alone and at end of list` (measured).

use crate::analysis::Analysis;
use crate::finding::{Findings, Rule, Severity};
use crate::language::states::error::ALL;

pub static RULE: Rule = Rule {
    id: "catch-all-not-alone",
    severity: Severity::Error,
    source: include_str!("catch_all_not_alone.rs"),
};

pub(super) fn check(analysis: &Analysis<'_>, out: &Findings) {
    let _machine = analysis.machine;
    for handler in analysis.handlers().iter().filter(|handler| handler.names().count() > 1) {
        if let Some(all) = handler.names().find(|name| name.value == ALL) {
            out.report(&RULE, all.site, "`States.ALL` must be the only name in its entry")
                .help("it matches every error: remove the other names, or move it to an entry of its own at the end");
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn in_both_lists() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "Retry": [{ "ErrorEquals": ["E", "States.ALL"] }],
                                                                                                                                  //^^^^^^^^^^^^ catch-all-not-alone: `States.ALL` must be the only name in its entry
                                                                                                                                  // help: it matches every error: remove the other names, or move it to an entry of its own at the end
            "Catch": [{ "ErrorEquals": ["States.ALL", "E"], "Next": "b" }], "End": true },
                                      //^^^^^^^^^^^^ catch-all-not-alone: `States.ALL` must be the only name in its entry
                                      // help: it matches every error: remove the other names, or move it to an entry of its own at the end
            "b": { "Type": "Succeed" }
        "#]]);
    }
}
