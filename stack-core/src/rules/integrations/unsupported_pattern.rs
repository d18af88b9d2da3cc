//! ## What it checks
//! The suffix of an integration is one that the action supports: `.sync` waits for a job, `.waitForTaskToken`
//! for a callback. Only `states:startExecution` has `.sync:2`. Actions of the AWS SDK have only
//! `.waitForTaskToken`.
//!
//! ## Why
//! AWS refuses the definition. The rule can be allowed for patterns that are newer than our tables.
//!
//! ## Example
//! ```json
//! {
//!   "Type": "Task", "Resource": "arn:aws:states:::sns:publish.sync",
//!   "Parameters": { "TopicArn": "arn:aws:sns:eu-west-1:111122223333:t", "Message": "m" },
//!   "End": true
//! }
//! ```
//! Instead:
//! ```json
//! {
//!   "Type": "Task", "Resource": "arn:aws:states:::sns:publish",
//!   "Parameters": { "TopicArn": "arn:aws:sns:eu-west-1:111122223333:t", "Message": "m" },
//!   "End": true
//! }
//! ```
//!
//! ## Source
//! `The resource provided arn:aws:states:::lambda:invoke.sync is not recognized` (measured). The patterns of
//! each action come from the developer guide. It says that Bedrock and EKS support `.waitForTaskToken` but
//! not on which actions, so it is accepted on all of theirs.

use crate::analysis::Analysis;
use crate::finding::names;
use crate::finding::{Edit, Findings, Rule, Severity, Suggestion};
use crate::services::{self, Pattern, sdk};
use crate::similar::{Near, near};

pub static RULE: Rule = Rule {
    id: "unsupported-pattern",
    severity: Severity::Deny,
    source: include_str!("unsupported_pattern.rs"),
};

pub(super) fn check(analysis: &Analysis<'_>, out: &Findings) {
    for (_, task) in analysis.tasks() {
        let (resource, Some(integration)) = (task.resource, task.integration) else { continue };
        let (name, _) = services::split(integration);
        let suffix = integration.strip_prefix(name).unwrap_or_default();
        let Some(patterns) = services::patterns(name) else { continue };
        let pattern = Pattern::ALL.into_iter().find(|pattern| pattern.suffix() == suffix);
        if suffix.is_empty() || pattern.is_some_and(|pattern| services::may_have(name, pattern)) {
            continue;
        }
        let text = resource.as_str().unwrap_or(integration);
        let message = match pattern {
            Some(_) => format!("`{name}` has no `{suffix}`"),
            None => format!("there is no suffix `{suffix}`"),
        };
        let report = out.report(&RULE, resource.site, message);
        let report = report.inside(text, text.len() - suffix.len(), suffix.len());
        let known = || patterns.iter().map(|pattern| pattern.suffix());
        let start = text.len() - suffix.len();
        let part = |right: &str| Edit::part(resource.site, start, suffix.len(), right);
        if let Some(Near { name: right, is_certain }) = near(suffix, known()) {
            // A suffix that there is may have been meant, of another integration.
            let is_certain = is_certain && pattern.is_none();
            report.help(Suggestion::did_you_mean(right, part(right), is_certain));
        } else if let Some(other) = pattern.and_then(|pattern| optimized(name, pattern)) {
            let right = format!("{other}{suffix}");
            let edit = Edit::part(resource.site, text.len() - integration.len(), integration.len(), &*right);
            report.help(Suggestion::did_you_mean(&right, edit, false));
        } else if patterns.is_empty() {
            report.help(Suggestion::possible("it returns immediately and has no suffix", part("")));
        } else {
            report.help(format!("leave the suffix out, or use {}", names(known())));
        }
    }
}

/// The optimized integration that does what an action of the AWS SDK does, and has the pattern.
fn optimized(name: &str, pattern: Pattern) -> Option<String> {
    let (service, action) = name.strip_prefix("aws-sdk:")?.split_once(':')?;
    let called = |name: &str| sdk::service(name).or_else(|| sdk::called(name));
    let same =
        services::ALL.iter().find(|it| called(it.name).is_some_and(|called| called.name == service))?;
    let other = same.actions.iter().find(|other| other.name == action)?;
    other.patterns.contains(&pattern).then(|| format!("{}:{action}", same.name))
}

#[cfg(test)]
mod tests {
    use crate::testing::{check, check_express};
    use expect_test::expect;

    #[test]
    fn a_suffix_that_only_others_have_is_reported() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:states:::sns:publish.sync", "Parameters": { "TopicArn": "arn:aws:sns:eu-west-1:111122223333:t", "Message": "m" }, "Next": "b" },
                                             //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsupported-pattern: `sns:publish` has no `.sync`
                                             // help: in `arn:aws:states:::sns:publish.sync`
                                             //                                       ^^^^^
                                             // help: leave the suffix out, or use `.waitForTaskToken`
            "b": { "Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync:2", "Parameters": { "JobName": "j" }, "Next": "c" },
                                             //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsupported-pattern: `glue:startJobRun` has no `.sync:2`
                                             // help: in `arn:aws:states:::glue:startJobRun.sync:2`
                                             //                                            ^^^^^^^
                                             // help: did you mean `.sync`?
            "c": { "Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.waitForTaskToken", "Parameters": { "JobName.$": "$$.Task.Token" }, "Next": "d" },
                                             //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsupported-pattern: `glue:startJobRun` has no `.waitForTaskToken`
                                             // help: in `arn:aws:states:::glue:startJobRun.waitForTaskToken`
                                             //                                            ^^^^^^^^^^^^^^^^^
                                             // help: leave the suffix out, or use `.sync`
            "d": { "Type": "Task", "Resource": "arn:aws:states:::dynamodb:getItem.sync", "Parameters": { "TableName": "t", "Key": {} }, "Next": "e" },
                                             //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsupported-pattern: `dynamodb:getItem` has no `.sync`
                                             // help: in `arn:aws:states:::dynamodb:getItem.sync`
                                             //                                            ^^^^^
                                             // help: it returns immediately and has no suffix
            "e": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:glue:startJobRun.sync", "Parameters": { "JobName": "j" }, "Next": "f" },
                                             //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsupported-pattern: `aws-sdk:glue:startJobRun` has no `.sync`
                                             // help: in `arn:aws:states:::aws-sdk:glue:startJobRun.sync`
                                             //                                                    ^^^^^
                                             // help: did you mean `glue:startJobRun.sync`?
            "f": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:getObject.sync", "Parameters": { "Bucket": "b", "Key": "k" }, "End": true }
                                             //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsupported-pattern: `aws-sdk:s3:getObject` has no `.sync`
                                             // help: in `arn:aws:states:::aws-sdk:s3:getObject.sync`
                                             //                                                ^^^^^
                                             // help: leave the suffix out, or use `.waitForTaskToken`
        "#]]);
    }

    #[test]
    fn a_suffix_that_does_not_exist_is_reported() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:states:::batch:submitJob.Sync", "Parameters": { "JobName": "n", "JobQueue": "q", "JobDefinition": "d" }, "Next": "b" },
                                             //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsupported-pattern: there is no suffix `.Sync`
                                             // help: in `arn:aws:states:::batch:submitJob.Sync`
                                             //                                           ^^^^^
                                             // help: did you mean `.sync`?
            "b": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTasktoken", "TimeoutSeconds": 9, "Parameters": { "QueueUrl": "https://q", "MessageBody.$": "$$.Task.Token" }, "Next": "c" },
                                             //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsupported-pattern: there is no suffix `.waitForTasktoken`
                                             // help: in `arn:aws:states:::sqs:sendMessage.waitForTasktoken`
                                             //                                           ^^^^^^^^^^^^^^^^^
                                             // help: did you mean `.waitForTaskToken`?
            "c": { "Type": "Task", "Resource": "arn:aws:states:::states:startExecution.sync:3", "Parameters": { "StateMachineArn": "arn:aws:states:eu-west-1:111122223333:stateMachine:m" }, "Next": "d" },
                                             //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsupported-pattern: there is no suffix `.sync:3`
                                             // help: in `arn:aws:states:::states:startExecution.sync:3`
                                             //                                                 ^^^^^^^
                                             // help: did you mean `.sync:2`?
            "d": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke.", "Parameters": { "FunctionName": "f" }, "End": true }
                                             //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsupported-pattern: there is no suffix `.`
                                             // help: in `arn:aws:states:::lambda:invoke.`
                                             //                                         ^
                                             // help: leave the suffix out, or use `.waitForTaskToken`
        "#]]);
    }

    #[test]
    fn suffixes_that_exist_are_accepted() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:states:::batch:submitJob.sync", "Parameters": { "JobName": "n", "JobQueue": "q", "JobDefinition": "d" }, "Next": "b" },
            "b": { "Type": "Task", "Resource": "arn:aws:states:::states:startExecution.sync:2", "Parameters": { "StateMachineArn": "arn:aws:states:eu-west-1:111122223333:stateMachine:m" }, "Next": "c" },
            "c": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sqs:sendMessage.waitForTaskToken", "TimeoutSeconds": 9, "Parameters": { "QueueUrl": "https://q", "MessageBody.$": "$$.Task.Token" }, "Next": "d" },
            "d": { "Type": "Task", "Resource": "arn:aws:states:::eks:call.waitForTaskToken", "TimeoutSeconds": 9, "Parameters": { "ClusterName": "c", "CertificateAuthority": "a", "Endpoint": "https://e", "Method": "GET", "Path": "/", "RequestBody.$": "$$.Task.Token" }, "End": true }
        "#]]);
    }

    #[test]
    fn in_express_it_is_one_fault() {
        check_express(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:states:::sns:publish.sync", "Parameters": { "TopicArn": "arn:aws:sns:eu-west-1:111122223333:t", "Message": "m" }, "End": true }
                                             //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsupported-pattern: `sns:publish` has no `.sync`
                                             // help: in `arn:aws:states:::sns:publish.sync`
                                             //                                       ^^^^^
                                             // help: leave the suffix out, or use `.waitForTaskToken`
        "#]]);
    }
}
