//! ## What it checks
//! No name in `ErrorEquals` is already covered, either in the same entry or by an earlier entry of the list.
//! An entry covers the names it lists; `States.TaskFailed` on a Task also covers every error except AWS's
//! own, and `States.Timeout` also covers `States.HeartbeatTimeout`.
//!
//! ## Why
//! The first entry that matches applies, even after its attempts are used up, so the later name never has an
//! effect.
//!
//! ## Example
//! ```json
//! "a": {
//!   "Type": "Map",
//!   "Retry": [{ "ErrorEquals": ["Declined"] }, { "ErrorEquals": ["Busy", "Declined"] }],
//!   "ItemProcessor": { "StartAt": "b", "States": { "b": { "Type": "Succeed" } } },
//!   "End": true
//! }
//! ```
//! Instead:
//! ```json
//! "a": {
//!   "Type": "Map",
//!   "Retry": [{ "ErrorEquals": ["Declined"] }, { "ErrorEquals": ["Busy"] }],
//!   "ItemProcessor": { "StartAt": "b", "States": { "b": { "Type": "Succeed" } } },
//!   "End": true
//! }
//! ```
//!
//! ## Source
//! Entries are tried in order, and an exhausted retrier ends the search (specification). What
//! `States.TaskFailed` covers is documented; that `States.Timeout` covers a missed heartbeat was measured.

use crate::analysis::Analysis;
use crate::finding::{Edit, Findings, Rule, Severity, Suggestion};
use crate::index::Index;
use crate::language::StateKind;
use crate::language::states::error::ALL;

pub static RULE: Rule = Rule {
    id: "shadowed-error-name",
    severity: Severity::Warning,
    source: include_str!("shadowed_error_name.rs"),
};

pub(super) fn check(analysis: &Analysis<'_>, out: &Findings) {
    let machine = analysis.machine;
    // The names of the list that is looked at, with the entry that takes them.
    let mut taken = Index::new();
    for handler in analysis.handlers() {
        if handler.index == 0 {
            taken.clear();
            // One name of one entry, as in most lists, has nothing beside it.
            if handler.last && handler.names().nth(1).is_none() {
                continue;
            }
        }
        let index = handler.index;
        let kind = machine.states.get(handler.state).and_then(|state| state.kind);
        let task = kind == Some(StateKind::Task);
        for name in handler.names() {
            // A list that does not end with it is another rule's.
            if name.value == ALL {
                continue;
            }
            let earlier = |name: &str| taken.get(name).filter(|&earlier| earlier < index);
            let by = match name.value {
                "States.HeartbeatTimeout" => earlier("States.Timeout").map(|at| ("States.Timeout", at)),
                own if task && !own.starts_with("States.") => {
                    earlier("States.TaskFailed").map(|at| ("States.TaskFailed", at))
                }
                _ => None,
            };
            let again = taken.get(name.value).map(|at| (name.value, at));
            match again.or(by) {
                Some((_, at)) if at == index => {
                    out.report(&RULE, name.site, format!("`{}` is listed twice", name.value))
                        .help(Suggestion::certain("remove one", Edit::Remove { site: name.site }));
                }
                Some((by, at)) if by == name.value => {
                    let message =
                        format!("`{by}` is already in `{}[{at}]`, so this never applies", handler.list);
                    out.report(&RULE, name.site, message).help("remove one of the two");
                }
                Some((by, at)) => {
                    let list = handler.list;
                    let message = format!(
                        "`{}` is covered by `{by}` in `{list}[{at}]`, so this never applies",
                        name.value
                    );
                    out.report(&RULE, name.site, message).help("move this entry before that one");
                }
                None => {
                    taken.set(name.value, index);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn a_repeated_name_is_reported() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "Retry": [{ "ErrorEquals": ["E", "E"] }],
                                                                                                                                  //^^^ shadowed-error-name: `E` is listed twice
                                                                                                                                  // help: remove one
            "Catch": [{ "ErrorEquals": ["E"], "Next": "b" }, { "ErrorEquals": ["F", "E"], "Next": "b" }], "Next": "b" },
                                                                                  //^^^ shadowed-error-name: `E` is already in `Catch[0]`, so this never applies
                                                                                  // help: remove one of the two
            "b": { "Type": "Succeed" }
        "#]]);
    }

    #[test]
    fn names_behind_wider_ones_are_reported() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:states:eu-west-1:123456789012:activity:f", "HeartbeatSeconds": 1,
            "Catch": [{ "ErrorEquals": ["States.TaskFailed", "Q"], "Next": "b" }, { "ErrorEquals": ["States.Timeout"], "Next": "b" },
            { "ErrorEquals": ["E", "States.HeartbeatTimeout", "States.Permissions"], "Next": "b" }, { "ErrorEquals": ["States.ALL"], "Next": "b" }], "Next": "b" },
                            //^^^ shadowed-error-name: `E` is covered by `States.TaskFailed` in `Catch[0]`, so this never applies
                            // help: move this entry before that one
                                 //^^^^^^^^^^^^^^^^^^^^^^^^^ shadowed-error-name: `States.HeartbeatTimeout` is covered by `States.Timeout` in `Catch[1]`, so this never applies
                                 // help: move this entry before that one
            "b": { "Type": "Succeed" }
        "#]]);
    }

    #[test]
    fn narrow_names_first_are_accepted() {
        check(expect![[r#"
            { "QueryLanguage": "JSONata", "StartAt": "a", "States": {
            "a": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f",
            "Retry": [{ "ErrorEquals": ["E"] }, { "ErrorEquals": ["States.TaskFailed"] }, { "ErrorEquals": ["States.Timeout"] }],
            "Catch": [{ "ErrorEquals": ["E"], "Next": "b" }, { "ErrorEquals": ["States.ALL"], "Next": "b" }], "Next": "b" },
            "b": { "Type": "Succeed" } } }
        "#]]);
    }
}
