//! The optimized service integrations, as tables: a file for a service, a line here to register it.
//!
//! A table says what AWS accepts (patterns, parameters), what may go wrong (errors) and what comes out (the result).
//! What the machine's role has to allow is in the file of the same name in the crate `stack-iam`.

pub mod form;
pub mod parameter;
pub mod references;
pub mod referent;
pub mod sdk;

use crate::json::{Hole, Json, Node};
use crate::text::cut;
use parameter::Parameter;

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

/// A service with optimized integrations.
#[derive(Debug)]
pub struct Service {
    /// Its name in a `Resource`: `dynamodb`.
    pub name: &'static str,
    /// What error names begin with, before the dot: `DynamoDB`; nothing if that is not known for certain.
    pub errors: &'static [&'static str],
    /// Its integrations.
    pub actions: &'static [Action],
}

/// An optimized integration: `dynamodb:getItem`.
#[derive(Debug)]
pub struct Action {
    /// Its name after the service's: `getItem`.
    pub name: &'static str,
    /// The patterns it has besides Request Response, which all have.
    pub patterns: &'static [Pattern],
    /// What its `Parameters` or `Arguments` may hold.
    pub parameters: &'static [Parameter],
    /// The members of the result of a Request Response; nothing if they are not known for certain.
    pub result: &'static [&'static str],
}

/// How a task waits for the work it has started. Without one (Request Response) it takes the answer to its call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pattern {
    /// `.sync`: until the job has ended.
    Sync,
    /// `.sync:2`: the same, with the output as JSON instead of a string.
    Sync2,
    /// `.waitForTaskToken`: until somebody returns the token.
    Token,
}

impl Pattern {
    /// All patterns that have a suffix.
    pub const ALL: [Pattern; 3] = [Pattern::Sync, Pattern::Sync2, Pattern::Token];

    /// As it is written after the action, with the dot.
    pub const fn suffix(self) -> &'static str {
        match self {
            Pattern::Sync => ".sync",
            Pattern::Sync2 => ".sync:2",
            Pattern::Token => ".waitForTaskToken",
        }
    }
}

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

    /// The tables say what was collected from AWS's documentation.
    #[test]
    fn the_tables_agree_with_the_reference() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/reference/integrations.json");
        let Ok(text) = std::fs::read_to_string(path) else {
            println!("skipped: {path} is not there");
            return;
        };
        let reference: serde_json::Value = serde_json::from_str(&text).unwrap();
        let strings = |value: &serde_json::Value| -> Vec<String> {
            let items = value.as_array().into_iter().flatten();
            items.map(|item| item.as_str().unwrap().to_owned()).collect()
        };
        let known = reference["integrations"].as_object().unwrap();
        // Newer than what was collected.
        let collected = || ALL.iter().filter(|service| service.name != "bedrockagentcore");
        let count: usize = collected().map(|service| service.actions.len()).sum();
        assert_eq!(count, known.len());
        for service in collected() {
            for action in service.actions {
                let name = format!("{}:{}", service.name, action.name);
                let known = &known[&name];
                let suffixes = strings(&known["suffixes"]);
                let ours: Vec<&str> = std::iter::once("")
                    .chain(action.patterns.iter().map(|pattern| pattern.suffix()))
                    .collect();
                assert_eq!(ours, suffixes, "{name}");

                let mut required = strings(&known["parameters"]["required"]);
                let mut ours: Vec<&str> =
                    action.parameters.iter().filter(|one| one.required).map(|one| one.name).collect();
                required.sort_unstable();
                ours.sort_unstable();
                assert_eq!(ours, required, "{name}");
            }
        }
    }
}
