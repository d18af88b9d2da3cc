//! ## What it checks
//! The service and the action of a task's integration exist. `dynamodb:getItem` is an optimized integration;
//! `aws-sdk:dynamodb:query` calls the AWS SDK. SDK services are lower-case and named as in the AWS SDK for
//! Java (`cloudwatchlogs`, `sfn`); actions start with a lower-case letter. `s3:getObject` and
//! `s3:listObjectsV2` are for an `ItemReader`, and `s3:putObject` is for a `ResultWriter`: a task calls
//! `aws-sdk:s3:getObject`. Workflows cannot call every SDK action, for example those that stream their
//! response, and AWS has shut some services down.
//!
//! ## Why
//! AWS refuses the definition. The rule can be allowed for services and actions that are newer than our
//! tables: AWS adds actions every week.
//!
//! ## Example
//! ```json
//! {
//!   "Type": "Task", "Resource": "arn:aws:states:::dynamodb:query",
//!   "Parameters": { "TableName": "orders" },
//!   "End": true
//! }
//! ```
//! Instead:
//! ```json
//! {
//!   "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:dynamodb:query",
//!   "Parameters": { "TableName": "orders" },
//!   "End": true
//! }
//! ```
//!
//! ## Source
//! `The resource provided arn:aws:states:::dynamodb:query is not recognized` (recorded). The actions come
//! from botocore's models; the developer guide lists those that workflows cannot call.

use crate::finding::names;
use crate::finding::{Edit, Findings, Report, Rule, Severity, Suggestion};
use crate::json::{Node, Site};
use crate::services::{self, sdk};
use crate::similar::near;

pub static RULE: Rule = Rule {
    id: "unknown-integration",
    severity: Severity::Deny,
    source: include_str!("unknown_integration.rs"),
};

/// Reports the integration, with its suffix, that a resource is. `schema` calls it for those in no table.
pub(crate) fn report(integration: &str, resource: &Node<'_>, out: &Findings) {
    let text = resource.as_str().unwrap_or(integration);
    let place = Place { text, name: integration, site: resource.site, out };
    let (name, _) = services::split(integration);
    match name.strip_prefix("aws-sdk:") {
        Some(call) => of_the_sdk(call, &place),
        None => optimized(name, &place),
    }
}

/// The text that an integration stands in.
struct Place<'a> {
    text: &'a str,
    /// The integration with its suffix, which is the end of the text.
    name: &'a str,
    site: Site,
    out: &'a Findings,
}

impl Place<'_> {
    /// Reports that a part of the integration is wrong.
    fn report(&self, part: &str, message: String) -> Report<'_> {
        self.out.report(&RULE, self.site, message).inside(self.text, self.offset(part), part.len())
    }

    /// Where a part of the integration stands in the text.
    fn offset(&self, part: &str) -> usize {
        let start = self.text.len() - self.name.len();
        // The same letters may stand in front of it: `kms:kms`.
        start + (part.as_ptr() as usize).saturating_sub(self.name.as_ptr() as usize)
    }

    /// Another word for a part.
    fn edit(&self, part: &str, right: &str) -> Edit {
        Edit::part(self.site, self.offset(part), part.len(), right)
    }
}

/// `service:action` of the AWS SDK.
fn of_the_sdk(call: &str, place: &Place<'_>) {
    let Some((word, action)) = call.split_once(':').filter(|(word, _)| !word.is_empty()) else {
        place
            .report(call, format!("`aws-sdk:{call}` names no action"))
            .help("write `aws-sdk:service:action`");
        return;
    };
    let Some(service) = sdk::service(word) else {
        if sdk::has_ended(word) {
            let report = place.report(word, format!("the AWS SDK no longer has `{word}`"));
            report.warns_if(true).help(format!(
                "AWS has shut the service down; if it still works for you, allow `{}` here",
                RULE.id
            ));
            return;
        }
        let report = place.report(word, format!("the AWS SDK has no service `{word}`"));
        match sdk::called(word) {
            Some(service) => {
                let name = service.name;
                let help = if name.eq_ignore_ascii_case(word) {
                    format!("did you mean `{name}`? service names are lower-case")
                } else {
                    format!("Step Functions calls it `{name}`")
                };
                report.help(Suggestion::certain(help, place.edit(word, name)))
            }
            None => match sdk::table().nearest_service(word) {
                Some(near) => {
                    let has_action = sdk::service(near.name).is_some_and(|it| it.action(action).is_some());
                    let is_certain = near.is_certain && has_action;
                    report.help(Suggestion::did_you_mean(near.name, place.edit(word, near.name), is_certain))
                }
                None => report.help(newer()),
            },
        };
        return;
    };
    if sdk::is_unsupported(call) {
        let report = place.report(action, format!("Step Functions does not call `{call}`"));
        match call {
            "sts:assumeRole" => report
                .help("give the role to each task that needs it: `\"Credentials\": { \"RoleArn\": .. }`"),
            _ => report.help(format!("if it does now, allow `{}` here", RULE.id)),
        };
        return;
    }
    let report = place.report(action, format!("`{word}` has no action `{action}`"));
    match service.nearest_action(action) {
        Some((near, is_certain)) => report.help(meant(&near, action, is_certain, place)),
        None => report.help(newer()),
    };
}

/// An optimized integration.
fn optimized(name: &str, place: &Place<'_>) {
    let (word, action) = name.split_once(':').unwrap_or((name, ""));
    if word.is_empty() {
        let help = "write `service:action` after three colons: `arn:aws:states:::lambda:invoke`";
        place.report(word, format!("`{}` names no service", place.text)).help(help);
        return;
    }
    let called = sdk::service(word).or_else(|| sdk::called(word));
    let of_the_sdk = |action: &str| {
        let service = called.filter(|service| service.action(action).is_some())?;
        let right = format!("aws-sdk:{}:{action}", service.name);
        // Its result may be another one.
        let help = format!("did you mean `{right}`? it calls the AWS SDK");
        Some(Suggestion::possible(help, place.edit(name, &right)))
    };
    let Some(service) = services::service(word) else {
        let report = place.report(word, format!("`{word}` has no optimized integrations"));
        let near = near(word, services::ALL.iter().map(|service| service.name).chain(["aws-sdk"]));
        if let Some(other) = called.and_then(|called| services::ALL.iter().find(|it| same(it.name, called))) {
            report.help(Suggestion::did_you_mean(other.name, place.edit(word, other.name), false));
        } else if let Some(help) = of_the_sdk(action) {
            let report = report.help(help);
            if matches!(name, "s3:getObject" | "s3:listObjectsV2" | "s3:putObject") {
                report.help(format!("`{name}` is for the `ItemReader` or the `ResultWriter` of a Map"));
            }
        } else if let Some(near) = near {
            let known = services::service(near.name);
            let has_action = known.is_some_and(|it| it.actions.iter().any(|it| it.name == action));
            let edit = place.edit(word, near.name);
            report.help(Suggestion::did_you_mean(near.name, edit, near.is_certain && has_action));
        } else if let Some(called) = called {
            report.help(format!("the AWS SDK has its actions: `aws-sdk:{}:..`", called.name));
        } else {
            report.help(added());
        }
        return;
    };
    let known = || service.actions.iter().map(|action| action.name);
    if action.is_empty() {
        place.report(word, format!("`{name}` names no action")).help(format!("it has {}", names(known())));
        return;
    }
    let report = place.report(action, format!("`{word}` has no optimized integration `{action}`"));
    let near = near(action, known());
    let of_both = || called.and_then(|called| of_the_sdk(&called.nearest_action(action)?.0));
    match (near, of_the_sdk(action)) {
        (Some(near), None) => report.help(meant(near.name, action, near.is_certain, place)),
        (Some(near), Some(_)) if near.name.eq_ignore_ascii_case(action) => {
            report.help(meant(near.name, action, near.is_certain, place))
        }
        (_, Some(help)) => report.help(help),
        (None, None) => match of_both() {
            Some(help) => report.help(help),
            None => report.help(format!("it has {}", names(known()))).help(added()),
        },
    };
}

/// Whether an optimized service is that of the SDK.
fn same(optimized: &str, service: sdk::Service<'_>) -> bool {
    let called = sdk::service(optimized).or_else(|| sdk::called(optimized));
    called.is_some_and(|called| called.name == service.name)
}

fn meant(near: &str, action: &str, is_certain: bool, place: &Place<'_>) -> Suggestion {
    let capital = near.eq_ignore_ascii_case(action) && action.starts_with(|c: char| c.is_ascii_uppercase());
    let why = if capital { " actions start with a lower-case letter" } else { "" };
    Suggestion::new(format!("did you mean `{near}`?{why}"), place.edit(action, near), is_certain)
}

fn added() -> String {
    format!("if AWS has added it since, allow `{}` here", RULE.id)
}

fn newer() -> String {
    let version = sdk::table().botocore;
    format!("the actions are those of botocore {version}; if it is newer, allow `{}` here", RULE.id)
}

#[cfg(test)]
mod tests {
    use crate::finding::{Allow, Scope};
    use crate::json::{At, Site};
    use crate::testing::{check, texts};
    use expect_test::expect;

    #[test]
    fn parts_that_are_missing_or_alike() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sqs:sqs", "Parameters": {}, "Next": "b" },
                                             //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown-integration: `sqs` has no action `sqs`
                                             // help: in `arn:aws:states:::aws-sdk:sqs:sqs`
                                             //                                        ^^^
                                             // help: the actions are those of botocore 1.44.5; if it is newer, allow `unknown-integration` here
            "b": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk::getObject", "Parameters": {}, "Next": "c" },
                                             //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown-integration: `aws-sdk::getObject` names no action
                                             // help: in `arn:aws:states:::aws-sdk::getObject`
                                             //                                    ^^^^^^^^^^
                                             // help: write `aws-sdk:service:action`
            "c": { "Type": "Task", "Resource": "arn:aws:states:::", "Parameters": {}, "Next": "d" },
                                             //^^^^^^^^^^^^^^^^^^^ unknown-integration: `arn:aws:states:::` names no service
                                             // help: in `arn:aws:states:::`
                                             //                            ^
                                             // help: write `service:action` after three colons: `arn:aws:states:::lambda:invoke`
            "d": { "Type": "Task", "Resource": "arn:aws:states:::sqs", "Parameters": {}, "End": true }
                                             //^^^^^^^^^^^^^^^^^^^^^^ unknown-integration: `sqs` names no action
                                             // help: in `arn:aws:states:::sqs`
                                             //                            ^^^
                                             // help: it has `sendMessage`
        "#]]);
    }

    #[test]
    fn actions_of_the_sdk() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:getObjct", "Parameters": { "Bucket": "b", "Key": "k" }, "Next": "b" },
                                             //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown-integration: `s3` has no action `getObjct`
                                             // help: in `arn:aws:states:::aws-sdk:s3:getObjct`
                                             //                                       ^^^^^^^^
                                             // help: did you mean `getObject`?
            "b": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:secretsmanager:GetSecretValue", "Parameters": { "SecretId": "s" }, "Next": "c" },
                                             //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown-integration: `secretsmanager` has no action `GetSecretValue`
                                             // help: in `arn:aws:states:::aws-sdk:secretsmanager:GetSecretValue`
                                             //                                                   ^^^^^^^^^^^^^^
                                             // help: did you mean `getSecretValue`? actions start with a lower-case letter
            "c": { "Type": "Task", "Resource": "arn:aws-cn:states:::aws-sdk:s3:dance", "Parameters": {}, "Next": "d" },
                                             //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown-integration: `s3` has no action `dance`
                                             // help: in `arn:aws-cn:states:::aws-sdk:s3:dance`
                                             //                                          ^^^^^
                                             // help: the actions are those of botocore 1.44.5; if it is newer, allow `unknown-integration` here
                                             //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ mixed-partitions: this is in the partition `aws-cn`, but `arn:aws:states:::aws-sdk:s3:getObjct` in `aws`
                                             // help: in `arn:aws-cn:states:::aws-sdk:s3:dance`
                                             //               ^^^^^^
                                             // help: a machine runs in one partition, and calls nothing in another
            "d": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3", "Parameters": {}, "Next": "e" },
                                             //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown-integration: `aws-sdk:s3` names no action
                                             // help: in `arn:aws:states:::aws-sdk:s3`
                                             //                                    ^^
                                             // help: write `aws-sdk:service:action`
            "e": { "Type": "Task", "Resource": "arn:${AWS::Partition}:states:::aws-sdk:s3:getObject.waitForTokn", "Parameters": { "Bucket": "b", "Key": "k" }, "Next": "f" },
                                             //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsupported-pattern: there is no suffix `.waitForTokn`
                                             // help: in `arn:${AWS::Partition}:states:::aws-sdk:s3:getObject.waitForTokn`
                                             //                                                              ^^^^^^^^^^^^
                                             // help: leave the suffix out, or use `.waitForTaskToken`
            "f": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:getObject", "Parameters": { "Bucket": "b", "Key": "k" }, "Next": "g" },
            "g": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:${Service}:getObject", "Parameters": {}, "End": true }
        "#]]);
    }

    #[test]
    fn services_of_the_sdk() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:logs:putLogEvents", "Parameters": {}, "Next": "b" },
                                             //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown-integration: the AWS SDK has no service `logs`
                                             // help: in `arn:aws:states:::aws-sdk:logs:putLogEvents`
                                             //                                    ^^^^
                                             // help: Step Functions calls it `cloudwatchlogs`
            "b": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:S3:getObject", "Parameters": { "Bucket": "b", "Key": "k" }, "Next": "c" },
                                             //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown-integration: the AWS SDK has no service `S3`
                                             // help: in `arn:aws:states:::aws-sdk:S3:getObject`
                                             //                                    ^^
                                             // help: did you mean `s3`? service names are lower-case
            "c": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:dynamdb:getItem", "Parameters": {}, "Next": "d" },
                                             //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown-integration: the AWS SDK has no service `dynamdb`
                                             // help: in `arn:aws:states:::aws-sdk:dynamdb:getItem`
                                             //                                    ^^^^^^^
                                             // help: did you mean `dynamodb`?
            "d": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:crystalball:gaze", "Parameters": {}, "End": true }
                                             //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown-integration: the AWS SDK has no service `crystalball`
                                             // help: in `arn:aws:states:::aws-sdk:crystalball:gaze`
                                             //                                    ^^^^^^^^^^^
                                             // help: the actions are those of botocore 1.44.5; if it is newer, allow `unknown-integration` here
        "#]]);
    }

    #[test]
    fn what_workflows_cannot_call() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sts:assumeRole", "Parameters": { "RoleArn": "arn:aws:iam::111122223333:role/r", "RoleSessionName": "s" }, "Next": "b" },
                                             //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown-integration: Step Functions does not call `sts:assumeRole`
                                             // help: in `arn:aws:states:::aws-sdk:sts:assumeRole`
                                             //                                        ^^^^^^^^^^
                                             // help: give the role to each task that needs it: `"Credentials": { "RoleArn": .. }`
            "b": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:bedrockruntime:converseStream", "Parameters": { "ModelId": "m" }, "Next": "c" },
                                             //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown-integration: Step Functions does not call `bedrockruntime:converseStream`
                                             // help: in `arn:aws:states:::aws-sdk:bedrockruntime:converseStream`
                                             //                                                   ^^^^^^^^^^^^^^
                                             // help: if it does now, allow `unknown-integration` here
            "c": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:bedrockruntime:converse", "Parameters": { "ModelId": "m" }, "Next": "d" },
            "d": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:lookoutvision:describeModel", "Parameters": { "ModelVersion": "1", "ProjectName": "p" }, "End": true }
                                             //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown-integration (warning): the AWS SDK no longer has `lookoutvision`
                                             // help: in `arn:aws:states:::aws-sdk:lookoutvision:describeModel`
                                             //                                    ^^^^^^^^^^^^^
                                             // help: AWS has shut the service down; if it still works for you, allow `unknown-integration` here
        "#]]);
    }

    #[test]
    fn optimized_integrations() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:states:::dynamodb:query", "Parameters": { "TableName": "t" }, "Next": "b" },
                                             //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown-integration: `dynamodb` has no optimized integration `query`
                                             // help: in `arn:aws:states:::dynamodb:query`
                                             //                                     ^^^^^
                                             // help: did you mean `aws-sdk:dynamodb:query`? it calls the AWS SDK
            "b": { "Type": "Task", "Resource": "arn:aws:states:::dynamodb:GetItem", "Parameters": { "TableName": "t", "Key": {} }, "Next": "c" },
                                             //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown-integration: `dynamodb` has no optimized integration `GetItem`
                                             // help: in `arn:aws:states:::dynamodb:GetItem`
                                             //                                     ^^^^^^^
                                             // help: did you mean `getItem`? actions start with a lower-case letter
            "c": { "Type": "Task", "Resource": "arn:aws:states:::dynamodb:qury", "Parameters": { "TableName": "t" }, "Next": "d" },
                                             //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown-integration: `dynamodb` has no optimized integration `qury`
                                             // help: in `arn:aws:states:::dynamodb:qury`
                                             //                                     ^^^^
                                             // help: did you mean `aws-sdk:dynamodb:query`? it calls the AWS SDK
            "d": { "Type": "Task", "Resource": "arn:aws:states:::lambda", "Parameters": { "FunctionName": "f" }, "Next": "e" },
                                             //^^^^^^^^^^^^^^^^^^^^^^^^^ unknown-integration: `lambda` names no action
                                             // help: in `arn:aws:states:::lambda`
                                             //                            ^^^^^^
                                             // help: it has `invoke`
            "e": { "Type": "Task", "Resource": "arn:aws:states:::lambda:dance", "Parameters": { "FunctionName": "f" }, "End": true }
                                             //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown-integration: `lambda` has no optimized integration `dance`
                                             // help: in `arn:aws:states:::lambda:dance`
                                             //                                   ^^^^^
                                             // help: it has `invoke`
                                             // help: if AWS has added it since, allow `unknown-integration` here
        "#]]);
    }

    #[test]
    fn services_without_optimized_integrations() {
        check(expect![[r#"
            "a": { "Type": "Task", "Resource": "arn:aws:states:::s3:getObject", "Parameters": { "Bucket": "b", "Key": "k" }, "Next": "b" },
                                             //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown-integration: `s3` has no optimized integrations
                                             // help: in `arn:aws:states:::s3:getObject`
                                             //                            ^^
                                             // help: did you mean `aws-sdk:s3:getObject`? it calls the AWS SDK
                                             // help: `s3:getObject` is for the `ItemReader` or the `ResultWriter` of a Map
            "b": { "Type": "Task", "Resource": "arn:aws:states:::stepfunctions:startExecution", "Parameters": { "StateMachineArn": "arn:x" }, "Next": "c" },
                                             //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown-integration: `stepfunctions` has no optimized integrations
                                             // help: in `arn:aws:states:::stepfunctions:startExecution`
                                             //                            ^^^^^^^^^^^^^
                                             // help: did you mean `states`?
            "c": { "Type": "Task", "Resource": "arn:aws:states:::dynamdb:getItem", "Parameters": { "TableName": "t", "Key": {} }, "Next": "d" },
                                             //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown-integration: `dynamdb` has no optimized integrations
                                             // help: in `arn:aws:states:::dynamdb:getItem`
                                             //                            ^^^^^^^
                                             // help: did you mean `dynamodb`?
            "d": { "Type": "Task", "Resource": "arn:aws:states:::ssm:dance", "Parameters": {}, "Next": "e" },
                                             //^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown-integration: `ssm` has no optimized integrations
                                             // help: in `arn:aws:states:::ssm:dance`
                                             //                            ^^^
                                             // help: the AWS SDK has its actions: `aws-sdk:ssm:..`
            "e": { "Type": "Task", "Resource": "arn:aws:states:::crystalball:gaze", "Parameters": {}, "End": true }
                                             //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown-integration: `crystalball` has no optimized integrations
                                             // help: in `arn:aws:states:::crystalball:gaze`
                                             //                            ^^^^^^^^^^^
                                             // help: if AWS has added it since, allow `unknown-integration` here
        "#]]);
    }

    #[test]
    fn in_jsonata() {
        check(expect![[r#"
            { "QueryLanguage": "JSONata", "StartAt": "a", "States": {
            "a": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:getObjct", "Arguments": { "Bucket": "b", "Key": "k" }, "End": true }
                                             //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown-integration: `s3` has no action `getObjct`
                                             // help: in `arn:aws:states:::aws-sdk:s3:getObjct`
                                             //                                       ^^^^^^^^
                                             // help: did you mean `getObject`?
            } }
        "#]]);
    }

    #[test]
    fn what_is_newer_than_the_tables_may_be_allowed() {
        let text = r#"{ "StartAt": "a", "States": { "a": { "Type": "Task", "Parameters": {}, "End": true,
            "Resource": "arn:aws:states:::aws-sdk:crystalball:gaze" } } }"#;
        let rule = At { value: "unknown-integration", site: Site(0) };
        assert_eq!(texts(text, &[Allow { rule, scope: Scope::Machine }]), [""; 0]);
        assert_eq!(texts(text, &[]).len(), 1);
    }
}
