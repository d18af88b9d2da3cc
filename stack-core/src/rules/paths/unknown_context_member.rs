//! ## What it checks
//! A path into the context object (`$$`, or `$states.context` in JSONata) names members that exist.
//!
//! ## Why
//! The path leads nowhere, so the execution fails when it reaches the state. In JSONata the expression then has
//! no value. It is a warning where that is caught, where the state may do without the value, and where the name is like
//! none that is known: it may be a new one.
//!
//! ## Example
//! ```json
//! { "Type": "Pass", "Parameters": { "id.$": "$$.Execution.ID" }, "End": true }
//! ```
//! Instead:
//! ```json
//! { "Type": "Pass", "Parameters": { "id.$": "$$.Execution.Id" }, "End": true }
//! ```
//!
//! ## Source
//! `The JSONPath '$$.Execution.ID' .. could not be found in the input` (recorded).

use crate::analysis::expressions::Expression;
use crate::analysis::uses::PathUse;
use crate::analysis::{Analysis, is_certain};
use crate::expression::path::{Root, Step};
use crate::finding::names;
use crate::finding::{Edit, Findings, Rule, Severity, Suggestion};
use crate::json::Site;
use crate::similar::{Near, near};

pub static RULE: Rule = Rule {
    id: "unknown-context-member",
    severity: Severity::Deny,
    source: include_str!("unknown_context_member.rs"),
};

/// Each object of the context object, and its members. What is in none of these may hold anything.
const MEMBERS: &[(&str, &[&str])] = &[
    ("", &["Execution", "State", "StateMachine", "Task", "Map"]),
    ("Execution", &["Id", "Input", "Name", "RoleArn", "StartTime", "RedriveCount", "RedriveTime"]),
    ("State", &["Name", "EnteredTime", "RetryCount"]),
    ("StateMachine", &["Id", "Name"]),
    ("Task", &["Token"]),
    ("Map", &["Item"]),
    ("Item", &["Index", "Value", "Key", "Source"]),
];

pub(super) fn check(analysis: &Analysis<'_>, out: &Findings) {
    for it in analysis.uses().iter().filter(|it| it.path.root == Root::Context) {
        let state = analysis.machine.states.get(it.state);
        check_use(it, &|| state.is_some_and(|state| !is_certain(state, it.site)), out);
    }
}

fn check_use(it: &PathUse<'_>, is_soft: &dyn Fn() -> bool, out: &Findings) {
    let mut object = "";
    for (_, step) in it.path.steps() {
        let Step::Name(name) = step else { return };
        match member(object, name.written, it.text, it.offset + name.offset, it.site, is_soft, out) {
            Some(known) => object = known,
            None => return,
        }
    }
}

pub(super) fn check_expression(analysis: &Analysis<'_>, expression: &Expression<'_, '_>, out: &Findings) {
    let Expression { text: it, uses, .. } = expression;
    for (offset, fields) in &uses.states {
        let Some((_, fields)) = fields.split_first().filter(|(first, _)| first.word == "context") else {
            continue;
        };
        let mut object = "";
        let is_soft = || analysis.may_catch_query(it.state) || !expression.needs(*offset);
        for field in fields {
            match member(object, field.word, it.text, field.offset + 2, it.site, &is_soft, out) {
                Some(known) => object = known,
                None => break,
            }
        }
    }
}

/// The member of that name, whose own members are known; it stands at `start` in the text.
fn member(
    object: &str,
    name: &str,
    text: &str,
    start: usize,
    site: Site,
    is_soft: &dyn Fn() -> bool,
    out: &Findings,
) -> Option<&'static str> {
    let (_, members) = MEMBERS.iter().find(|(of, _)| *of == object)?;
    if let Some(known) = members.iter().find(|known| **known == name) {
        return Some(known);
    }
    let of = if object.is_empty() { "the context object".into() } else { format!("`{object}`") };
    let report =
        out.report(&RULE, site, format!("{of} has no member `{name}`")).inside(text, start, name.len());
    match near(name, members.iter().copied()) {
        Some(Near { name: right, is_certain }) => {
            let edit = Edit::part(site, start, name.len(), right);
            report.warns_if(is_soft()).help(Suggestion::did_you_mean(right, edit, is_certain))
        }
        None => report.warns_if(true).help(format!("it has {}", names(members.iter().copied()))),
    };
    None
}

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn unknown_members_are_reported() {
        check(expect![[r#"
            "a": { "Type": "Pass", "InputPath": "$$.Executions", "Parameters": { "a.$": "$$.Execution.ID", "b.$": "States.Format('{}', $$['State']['name'])" }, "End": true }
                                              //^^^^^^^^^^^^^^^ unknown-context-member: the context object has no member `Executions`
                                              // help: in `$$.Executions`
                                              //              ^^^^^^^^^^
                                              // help: did you mean `Execution`?
                                                                                      //^^^^^^^^^^^^^^^^^ unknown-context-member: `Execution` has no member `ID`
                                                                                      // help: in `$$.Execution.ID`
                                                                                      //                        ^^
                                                                                      // help: did you mean `Id`?
                                                                                                                //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown-context-member: `State` has no member `name`
                                                                                                                // help: in `States.Format('{}', $$['State']['name'])`
                                                                                                                //                                            ^^^^
                                                                                                                // help: did you mean `Name`?
        "#]]);
    }

    #[test]
    fn known_and_unknowable_members_are_accepted() {
        check(expect![[r#"
            "a": { "Type": "Pass", "InputPath": "$$", "Parameters": { "a.$": "$$.Execution.Input.ID", "b.$": "$$.Execution['Name']", "c.$": "$$.*.Name", "d.$": "$.Executions" }, "End": true }
        "#]]);
    }

    #[test]
    fn in_jsonata() {
        check(expect![[r#"
            { "QueryLanguage": "JSONata", "StartAt": "a", "States": {
            "a": { "Type": "Pass", "Output": "{% $states.context.Execution.ID & $states.context.State.Name %}", "Next": "b" },
                                           //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown-context-member (warning): `Execution` has no member `ID`
                                           // help: in `{% $states.context.Execution.ID & $states.context.State.Name %}`
                                           //                                        ^^
                                           // help: did you mean `Id`?
            "b": { "Type": "Pass", "Output": ["{% $states.context.Exec %}", "{% $states.context.Execution.Input.ID %}", "{% $states.context.*.ID %}", "{% $states.context %}"], "End": true } } }
                                            //^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown-context-member: the context object has no member `Exec`
                                            // help: in `{% $states.context.Exec %}`
                                            //                              ^^^^
                                            // help: did you mean `Execution`?
        "#]]);
    }
}
