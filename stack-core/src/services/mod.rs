//! The optimized service integrations, as tables: a file for a service, a line here to register it.
//!
//! A table says what AWS accepts (patterns, parameters), what may go wrong (errors) and what comes out (the result).
//! What the machine's role has to allow is in the file of the same name in the crate `stack-iam`.

pub(crate) mod errors;
pub mod form;
pub mod parameter;
pub mod references;
pub mod referent;
pub mod sdk;
mod service;

use crate::json::{Hole, Json, Node};
use crate::text::cut;

pub use service::{Action, Pattern, Service};

macro_rules! services {
    ($($name:ident,)*) => {
        $(mod $name;)*

        /// All services with optimized integrations, sorted by their names.
        pub static ALL: &[&Service] = &[$(&$name::SERVICE,)*];
    };
}

services! {
    apigateway,
    athena,
    batch,
    bedrock,
    bedrockagentcore,
    codebuild,
    databrew,
    dynamodb,
    ecs,
    eks,
    elasticmapreduce,
    emr_containers,
    emr_serverless,
    events,
    glue,
    http,
    lambda,
    mediaconvert,
    sagemaker,
    sns,
    sqs,
    states,
}

pub use dynamodb::ATTRIBUTE;

/// The optimized service of that name.
pub fn service(name: &str) -> Option<&'static Service> {
    ALL.iter().find(|service| service.name == name).copied()
}

/// Services of the AWS SDK whose optimized integrations have another name, with that name.
const OTHER_NAMES: &[(&str, &str)] = &[
    ("bedrockruntime", "bedrock"),
    ("emr", "elasticmapreduce"),
    ("emrcontainers", "emr-containers"),
    ("emrserverless", "emr-serverless"),
    ("eventbridge", "events"),
    ("sfn", "states"),
];

/// The optimized service that is this one of the AWS SDK.
pub fn of_sdk(name: &str) -> Option<&'static Service> {
    service(OTHER_NAMES.iter().find(|(sdk, _)| *sdk == name).map_or(name, |(_, optimized)| optimized))
}

/// The name of an optimized service in the AWS SDK.
pub(crate) fn sdk_name(optimized: &str) -> &str {
    OTHER_NAMES.iter().find(|(_, name)| *name == optimized).map_or(optimized, |(sdk, _)| sdk)
}

/// The optimized integration of that name, without a suffix: `dynamodb:getItem`.
pub fn action(name: &str) -> Option<&'static Action> {
    let (service, action) = cut(name, b':')?;
    self::service(service)?.actions.iter().find(|known| known.name == action)
}

/// The patterns that an integration has besides Request Response, by its name without a suffix.
/// Nothing if it is not known.
pub fn patterns(name: &str) -> Option<&'static [Pattern]> {
    match name.strip_prefix("aws-sdk:") {
        Some(_) => Some(&[Pattern::Token]),
        None => action(name).map(|action| action.patterns),
    }
}

/// Whether an integration, by its name without a suffix, has the pattern, or may have it: it is not known, or the
/// developer guide says so of the service, but of no action.
pub fn may_have(name: &str, pattern: Pattern) -> bool {
    let of_service = pattern == Pattern::Token && (name.starts_with("bedrock:") || name.starts_with("eks:"));
    of_service || patterns(name).is_none_or(|patterns| patterns.contains(&pattern))
}

/// What follows `arn:<partition>:states:::` in the ARN of an integration: `dynamodb:getItem`,
/// `aws-sdk:s3:getObject`, with its suffix. The partition may be `${AWS::Partition}`. AWS accepts a region and an
/// account between the colons, too.
pub fn of_arn(arn: &str) -> Option<&str> {
    // Nearly all begin like this.
    if let Some(name) = arn.strip_prefix("arn:aws:states:::") {
        return Some(name);
    }
    let rest = arn.strip_prefix("arn:")?;
    let end = if rest.starts_with("${") { rest.find('}')? + 1 } else { rest.find(':')? };
    let rest = rest.get(end..)?.strip_prefix(":states:")?;
    rest.strip_prefix("::").or_else(|| {
        let (_region, rest) = cut(rest, b':')?;
        let (_account, rest) = cut(rest, b':')?;
        let (service, _action) = cut(rest, b':')?;
        (!RESOURCES.contains(&service)).then_some(rest)
    })
}

/// What ARNs of Step Functions name that are no integrations.
pub const RESOURCES: &[&str] = &["activity", "execution", "express", "mapRun", "stateMachine"];

/// The integration that a task's `Resource` is, as [`of_arn`]; nothing if it is something else, or not known.
pub fn of_resource<'n>(resource: &'n Node<'_>) -> Option<&'n str> {
    match &resource.json {
        Json::String(arn) => of_arn(arn),
        Json::Hole(Hole::Integration(name)) => Some(name),
        _ => None,
    }
}

/// The name and the suffix of an integration: `sqs:sendMessage` and `waitForTaskToken` of
/// `sqs:sendMessage.waitForTaskToken`, an empty suffix if there is none.
pub fn split(integration: &str) -> (&str, &str) {
    cut(integration, b'.').unwrap_or((integration, ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn services_and_their_lists_are_sorted_and_unique() {
        assert!(ALL.is_sorted_by(|a, b| a.name < b.name));
        for service in ALL {
            assert!(service.actions.is_sorted_by(|a, b| a.name < b.name), "{}", service.name);
        }
    }

    #[test]
    fn integrations_are_found_by_their_names() {
        let text = of_arn("arn:aws-cn:states:::batch:submitJob.sync").unwrap();
        assert_eq!(split(text), ("batch:submitJob", "sync"));
        assert_eq!(of_arn("arn:${AWS::Partition}:states:::sns:publish"), Some("sns:publish"));
        assert!(action("batch:submitJob").is_some_and(|action| action.patterns == [Pattern::Sync]));
        assert!(action("batch:submitjob").is_none() && action("batch").is_none());
        assert_eq!(of_arn("arn:aws:lambda:eu-west-1:111122223333:function:f"), None);
        assert_eq!(of_arn("arn:${AWS::Partition}:states:::sns:publish"), Some("sns:publish"));
        assert_eq!(of_arn("arn:${"), None);
        let here = "arn:aws:states:eu-west-1:111122223333";
        assert_eq!(of_arn(&format!("{here}:athena:getQueryResults")), Some("athena:getQueryResults"));
        assert_eq!(of_arn(&format!("{here}:activity:a")), None);
        assert_eq!(of_arn(&format!("{here}:stateMachine:m")), None);
    }

    #[test]
    fn other_names_are_of_services_that_there_are() {
        for &(sdk, optimized) in OTHER_NAMES {
            assert!(sdk::service(sdk).is_some(), "{sdk}");
            assert_eq!(of_sdk(sdk).map(|service| service.name), Some(optimized));
            assert_eq!(sdk_name(optimized), sdk);
        }
        assert_eq!(of_sdk("sqs").map(|service| service.name), Some("sqs"));
        assert!(of_sdk("s3").is_none());
        assert_eq!(sdk_name("sqs"), "sqs");
    }
}
