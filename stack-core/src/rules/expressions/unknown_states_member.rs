//! ## What it checks
//! What an expression reads from `$states` is there: `input`, `context`, `result` or `errorOutput`.
//!
//! ## Why
//! `$states` has no other members, so the expression has no value, and the state fails.
//!
//! ## Example
//! ```json
//! "a": { "Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $states.inputs.id %}", "End": true }
//! ```
//! Instead:
//! ```json
//! "a": { "Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $states.input.id %}", "End": true }
//! ```
//!
//! ## Source
//! The documentation of `$states`; `returned nothing (undefined)` is recorded. Where a catcher may catch that, it is
//! a warning.

use crate::analysis::Analysis;
use crate::analysis::expressions::{Expression, Known};
use crate::finding::{Edit, Findings, Rule, Severity, Suggestion};
use crate::similar::{Near, near};

pub static RULE: Rule = Rule {
    id: "unknown-states-member",
    severity: Severity::Deny,
    source: include_str!("unknown_states_member.rs"),
};

/// The members of `$states`.
const MEMBERS: [&str; 4] = ["input", "context", "result", "errorOutput"];

pub(super) fn check_expression(analysis: &Analysis<'_>, expression: &Expression<'_, '_>, out: &Findings) {
    let Expression { text: it, uses, .. } = expression;
    for member in uses.states.iter().filter_map(|(_, fields)| fields.first()) {
        let word = member.word;
        if MEMBERS.contains(&word) {
            continue;
        }
        let report = out
            .report(&RULE, it.site, format!("there is no `$states.{word}`"))
            .warns_if(analysis.may_catch_query(it.state));
        let report = match near(word, MEMBERS) {
            Some(Near { name, is_certain }) => {
                // The others are not everywhere.
                let is_there = match name {
                    "result" => it.known == Known::Result,
                    "errorOutput" => it.known == Known::Error,
                    _ => true,
                };
                let edit = Edit::part(it.site, member.offset + 2, word.len(), name);
                let meant = format!("$states.{name}");
                report.help(Suggestion::did_you_mean(&meant, edit, is_certain && is_there))
            }
            None => report.help("`$states` has `input`, `context`, and in places `result` or `errorOutput`"),
        };
        report.inside(it.text, member.offset + 2, word.len());
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn misspelt_and_far() {
        check(expect![[r#"
            { "QueryLanguage": "JSONata", "StartAt": "a", "States": {
            "a": { "Type": "Pass", "Output": ["{% $states.inputs.x %}", "{% $exists($states.other) %}"], "Next": "t" },
                                            //^^^^^^^^^^^^^^^^^^^^^^^^ unknown-states-member: there is no `$states.inputs`
                                            // help: did you mean `$states.input`?
                                            // help: in `{% $states.inputs.x %}`
                                            //                      ^^^^^^
                                                                      //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown-states-member: there is no `$states.other`
                                                                      // help: `$states` has `input`, `context`, and in places `result` or `errorOutput`
                                                                      // help: in `{% $exists($states.other) %}`
                                                                      //                              ^^^^^
            "t": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "Output": "{% $states.reslt %}", "Next": "u" },
                                                                                                           //^^^^^^^^^^^^^^^^^^^^^ unknown-states-member: there is no `$states.reslt`
                                                                                                           // help: did you mean `$states.result`?
                                                                                                           // help: in `{% $states.reslt %}`
                                                                                                           //                      ^^^^^
            "u": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "Output": "{% $states.reslt %}",
                                                                                                           //^^^^^^^^^^^^^^^^^^^^^ unknown-states-member (warning): there is no `$states.reslt`
                                                                                                           // help: did you mean `$states.result`?
                                                                                                           // help: in `{% $states.reslt %}`
                                                                                                           //                      ^^^^^
                   "Catch": [{ "ErrorEquals": ["States.QueryEvaluationError"], "Next": "e" }], "Next": "e" },
            "e": { "Type": "Succeed" } } }
        "#]]);
    }

    #[test]
    fn a_catcher_around_softens_it_and_one_for_other_errors_does_not() {
        check(expect![[r#"
            { "QueryLanguage": "JSONata", "StartAt": "p", "States": {
            "p": { "Type": "Parallel", "Branches": [{ "StartAt": "a", "States": { "a": { "Type": "Pass", "Output": "{% $states.inptu %}", "End": true } } }],
                                                                                                                 //^^^^^^^^^^^^^^^^^^^^^ unknown-states-member (warning): there is no `$states.inptu`
                                                                                                                 // help: did you mean `$states.input`?
                                                                                                                 // help: in `{% $states.inptu %}`
                                                                                                                 //                      ^^^^^
                   "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "q" }], "Next": "q" },
            "q": { "Type": "Parallel", "Branches": [{ "StartAt": "b", "States": { "b": { "Type": "Pass", "Output": "{% $states.inptu %}", "End": true } } }],
                                                                                                                 //^^^^^^^^^^^^^^^^^^^^^ unknown-states-member: there is no `$states.inptu`
                                                                                                                 // help: did you mean `$states.input`?
                                                                                                                 // help: in `{% $states.inptu %}`
                                                                                                                 //                      ^^^^^
                   "Catch": [{ "ErrorEquals": ["States.Timeout"], "Next": "e" }], "Next": "e" },
            "e": { "Type": "Succeed" } } }
        "#]]);
    }

    #[test]
    fn members_that_are_there_are_accepted() {
        check(expect![[r#"
            { "QueryLanguage": "JSONata", "StartAt": "t", "States": {
            "t": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "Output": "{% $states.result & $states.input & $states.context & $string($states) %}", "End": true } } }
        "#]]);
    }
}
