//! ## What it checks
//! Whatever reads the result of a service integration names a member that the result has: paths in
//! `ResultSelector` and `Assign`, `OutputPath` if the result is the output, and `$states.result` in JSONata.
//! Members that are only sometimes present count as known. The error that a catcher caught has `Error` and
//! `Cause` and nothing else. The `Output` of `states:startExecution.sync` has no members: it is a string.
//!
//! ## Why
//! A path that leads nowhere fails the execution. In JSONata the expression has no value, so the field is
//! left out or the state fails. Often only the case is wrong: AWS writes all members in Pascal case.
//!
//! ## Example
//! ```json
//! {
//!   "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
//!   "Parameters": { "FunctionName": "bill" },
//!   "OutputPath": "$.payload", "End": true
//! }
//! ```
//! Instead:
//! ```json
//! {
//!   "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
//!   "Parameters": { "FunctionName": "bill" },
//!   "OutputPath": "$.Payload", "End": true
//! }
//! ```
//!
//! ## Source
//! The services' own models, and the documentation of the optimized integrations. Other results of tasks that
//! wait for a job or a token, and results of the AWS SDK, are not checked.

use crate::analysis::Analysis;
use crate::analysis::expressions::{Expression, Known};
use crate::analysis::uses::{LocatedPath, in_string, in_template};
use crate::expression::path::{Root, Step};
use crate::finding::names;
use crate::finding::{Edit, Findings, Rule, Severity, Suggestion};
use crate::json::Site;
use crate::language::{QueryLanguage, StateKind};
use crate::model::State;
use crate::services;
use crate::similar::nearest;

pub static RULE: Rule = Rule {
    id: "unknown-result-member",
    severity: Severity::Warning,
    source: include_str!("unknown_result_member.rs"),
};

pub(super) fn check(analysis: &Analysis<'_>, out: &Findings) {
    let machine = analysis.machine;
    let tasks = machine.states.iter().filter(|state| state.kind == Some(StateKind::Task));
    for state in tasks.filter(|state| state.language == QueryLanguage::JsonPath) {
        let selector = state.node.get("ResultSelector");
        let assign = state.node.get("Assign");
        let output = state.node.get("OutputPath").filter(|_| selector.is_none() && is_output(state));
        if (selector, assign, output) == (None, None, None) {
            continue;
        }
        let Some(result) = Outcome::of(state) else { continue };
        let templates = selector.into_iter().chain(assign);
        templates.for_each(|template| in_template(template, |_| true, &mut |path| result.hold(&path, out)));
        output.into_iter().for_each(|path| in_string(path, |_| true, &mut |path| result.hold(&path, out)));
    }
}

/// Whether the result becomes the output as it is.
fn is_output(state: &State<'_>) -> bool {
    let path = state.node.get("ResultPath");
    !state.node.is_partial() && path.is_none_or(|path| path.as_str() == Some("$"))
}

pub(super) fn check_expression(analysis: &Analysis<'_>, expression: &Expression<'_, '_>, out: &Findings) {
    let machine = analysis.machine;
    let Expression { text: it, uses, .. } = expression;
    let members = uses.states.iter().filter_map(|(_, fields)| match fields.as_slice() {
        [result, member, rest @ ..] if result.word == "result" => Some((member, rest.first())),
        _ => None,
    });
    for (member, next) in members.filter(|_| it.known == Known::Result) {
        let Some(result) = machine.states.get(it.state).and_then(Outcome::of) else { return };
        result.require(member.word, it.text, member.offset + 2, it.site, out);
        if let Some(next) = next.filter(|_| result.is_text(member.word)) {
            result.require_whole(next.word, it.text, next.offset + 2, it.site, out);
        }
    }
    for (_, fields) in uses.states.iter().filter(|_| it.known == Known::Error) {
        let [error, member, ..] = fields.as_slice() else { continue };
        if error.word == "errorOutput" && !["Error", "Cause"].contains(&member.word) {
            let message = format!("`$states.errorOutput` has no member `{}`", member.word);
            let report = out.report(&RULE, it.site, message);
            let report = report.inside(it.text, member.offset + 2, member.word.len());
            report.help("it has `Error` and `Cause`; if the `Cause` is JSON, use `$parse` to read it");
        }
    }
}

/// The result of an integration, as far as it is known.
struct Outcome<'m> {
    integration: &'m str,
    /// Nothing if they are not known.
    members: &'static [&'static str],
}

/// The one that gives what an execution has put out as it was written. With `.sync:2` it is JSON.
const OF_EXECUTION: &str = "states:startExecution.sync";

impl<'m> Outcome<'m> {
    /// That of a task, if its members are known.
    fn of(state: &State<'m>) -> Option<Self> {
        let resource = state.node.get("Resource").filter(|_| state.kind == Some(StateKind::Task))?;
        let integration = services::of_resource(resource)?;
        // With a suffix, the result is another one, and then `action` finds nothing.
        let members = services::action(integration).map(|action| action.result).unwrap_or_default();
        (!members.is_empty() || integration == OF_EXECUTION).then_some(Outcome { integration, members })
    }

    /// Whether that member is JSON as a string.
    fn is_text(&self, member: &str) -> bool {
        self.integration == OF_EXECUTION && member == "Output"
    }

    /// Reports a member of such a string; it stands at `offset` in the text.
    fn require_whole(&self, name: &str, text: &str, offset: usize, site: Site, out: &Findings) {
        let message = format!("the `Output` of `{OF_EXECUTION}` is a string and has no member `{name}`");
        let report = out.report(&RULE, site, message).inside(text, offset, name.len());
        report.help(format!("`{OF_EXECUTION}:2` gives it as JSON"));
    }

    /// Reports a path into the result that leads nowhere.
    fn hold(&self, found: &LocatedPath<'_>, out: &Findings) {
        let LocatedPath { text, offset: start, site, path } = *found;
        let mut steps = path.steps();
        let (Root::Input, Some((_, Step::Name(name)))) = (path.root, steps.next()) else { return };
        self.require(name.written, text, start + name.offset, site, out);
        if let Some((_, Step::Name(next))) = steps.next().filter(|_| self.is_text(name.written)) {
            self.require_whole(next.written, text, start + next.offset, site, out);
        }
    }

    /// Reports a member that is not there; it stands at `offset` in the text.
    fn require(&self, name: &str, text: &str, offset: usize, site: Site, out: &Findings) {
        if self.members.is_empty() || self.members.contains(&name) {
            return;
        }
        let message = format!("the result of `{}` has no member `{name}`", self.integration);
        let report = out.report(&RULE, site, message).inside(text, offset, name.len());
        match nearest(name, self.members.iter().copied()) {
            // What a result holds is known as far as AWS's pages say it.
            Some(near) => {
                let edit = Edit::part(site, offset, name.len(), near);
                report.help(Suggestion::did_you_mean(near, edit, false))
            }
            None => report.help(format!("it has {}", names(self.members.iter().copied()))),
        };
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::check;
    use expect_test::expect;

    #[test]
    fn in_paths() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "f" },
            "ResultSelector": { "a.$": "$.payload.b", "c": [{ "d.$": "States.Format('{}', $['Payloud'])" }] }, "Assign": { "s.$": "$.Output" }, "OutputPath": "$.a", "Next": "b" },
                                     //^^^^^^^^^^^^^ unknown-result-member: the result of `lambda:invoke` has no member `payload`
                                     // help: in `$.payload.b`
                                     //             ^^^^^^^
                                     // help: did you mean `Payload`?
                                                                   //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown-result-member: the result of `lambda:invoke` has no member `Payloud`
                                                                   // help: in `States.Format('{}', $['Payloud'])`
                                                                   //                                  ^^^^^^^
                                                                   // help: did you mean `Payload`?
                                                                                                                                //^^^^^^^^^^ unknown-result-member: the result of `lambda:invoke` has no member `Output`
                                                                                                                                // help: in `$.Output`
                                                                                                                                //             ^^^^^^
                                                                                                                                // help: it has `DurableExecutionArn`, `ExecutedVersion`, `LogResult`, `Payload`, `SdkHttpMetadata`, `SdkResponseMetadata`, `StatusCode`
            "b": { "Type": "Task", "Resource": "arn:aws:states:::dynamodb:getItem", "Parameters": { "TableName": "t", "Key": { "id": { "S": "1" } } }, "ResultPath": "$", "OutputPath": "$.item", "End": true }
                                                                                                                                                                                      //^^^^^^^^ unknown-result-member: the result of `dynamodb:getItem` has no member `item`
                                                                                                                                                                                      // help: in `$.item`
                                                                                                                                                                                      //             ^^^^
                                                                                                                                                                                      // help: did you mean `Item`?
        "#]]);
    }

    #[test]
    fn in_jsonata() {
        check(expect![[r#"
            { "QueryLanguage": "JSONata", "StartAt": "a", "States": {
            "a": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Arguments": { "FunctionName": "f" },
            "Assign": { "a": "{% $states.result.payload.x %}", "b": "{% $states.result.Payload.y %}" },
                           //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown-result-member: the result of `lambda:invoke` has no member `payload`
                           // help: in `{% $states.result.payload.x %}`
                           //                             ^^^^^^^
                           // help: did you mean `Payload`?
            "Output": { "c": "{% $exists($states.result.LogResult) ? $states.result.Item : $states.input.payload %}" }, "End": true } } }
                           //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown-result-member: the result of `lambda:invoke` has no member `Item`
                           // help: in `...tates.result.LogResult) ? $states.result.Item : $states.input.payload %}`
                           //                                                       ^^^^
                           // help: it has `DurableExecutionArn`, `ExecutedVersion`, `LogResult`, `Payload`, `SdkHttpMetadata`, `SdkResponseMetadata`, `StatusCode`
        "#]]);
    }

    #[test]
    fn of_what_was_caught() {
        check(expect![[r#"
            { "QueryLanguage": "JSONata", "StartAt": "a", "States": {
            "a": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "Catch": [{ "ErrorEquals": ["States.ALL"],
            "Assign": { "a": "{% $states.errorOutput.cause %}", "b": "{% $parse($states.errorOutput.Cause).message %}" }, "Next": "b" }], "Next": "b" },
                           //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown-result-member: `$states.errorOutput` has no member `cause`
                           // help: in `{% $states.errorOutput.cause %}`
                           //                                  ^^^^^
                           // help: it has `Error` and `Cause`; if the `Cause` is JSON, use `$parse` to read it
            "b": { "Type": "Succeed" } } }
        "#]]);
    }

    #[test]
    fn of_an_execution() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:states:::states:startExecution.sync", "Parameters": { "StateMachineArn": "arn:aws:states:eu-west-1:111122223333:stateMachine:m" },
            "ResultSelector": { "a.$": "$.Output.total", "b.$": "States.StringToJson($.Output)", "c.$": "$.Status" }, "Next": "b" },
                                     //^^^^^^^^^^^^^^^^ unknown-result-member: the `Output` of `states:startExecution.sync` is a string and has no member `total`
                                     // help: in `$.Output.total`
                                     //                    ^^^^^
                                     // help: `states:startExecution.sync:2` gives it as JSON
            "b": { "Type": "Task", "Resource": "arn:aws:states:::states:startExecution.sync:2", "Parameters": { "StateMachineArn": "arn:aws:states:eu-west-1:111122223333:stateMachine:m" },
            "ResultSelector": { "a.$": "$.Output.total" }, "Next": "c" },
            "c": { "Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::states:startExecution.sync", "Arguments": { "StateMachineArn": "arn:aws:states:eu-west-1:111122223333:stateMachine:m" },
            "Output": "{% [$states.result.Output.total, $parse($states.result.Output).total] %}", "End": true }
                    //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown-result-member: the `Output` of `states:startExecution.sync` is a string and has no member `total`
                    // help: in `{% [$states.result.Output.total, $parse($states.result.Output).total] %}`
                    //                                     ^^^^^
                    // help: `states:startExecution.sync:2` gives it as JSON
        "#]]);
    }

    #[test]
    fn known_members_and_unknown_results_are_accepted() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "f" },
            "ResultSelector": { "a.$": "$.Payload.b", "c.$": "$", "d.$": "$$.Execution.Id", "e.$": "$..b", "f.$": "$[0]" }, "OutputPath": "$.a", "Next": "b" },
            "b": { "Type": "Task", "Resource": "arn:aws:states:::dynamodb:getItem", "Parameters": { "TableName": "t", "Key": { "id": { "S": "1" } } }, "ResultPath": "$.row", "OutputPath": "$.item", "Next": "c" },
            "c": { "Type": "Task", "Resource": "arn:aws:states:::batch:submitJob.sync", "Parameters": { "JobDefinition": "d", "JobName": "n", "JobQueue": "q" }, "ResultSelector": { "a.$": "$.Status" }, "Next": "d" },
            "d": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:getObject", "Parameters": { "Bucket": "b", "Key": "k" }, "ResultSelector": { "a.$": "$.body" }, "Next": "e" },
            "e": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "ResultSelector": { "a.$": "$.payload" }, "End": true }
        "#]]);
    }
}
