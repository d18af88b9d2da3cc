//! What the optimized service integrations need to be allowed: a file for a service, a line here to register it.
//!
//! What a service takes and gives is in the file of the same name in `stack_core::services`.

pub(crate) mod distributed_map;
mod service;

use crate::grant::{Grant, Target};
pub use batch::all_revisions;
pub(crate) use lambda::INVOKE_FUNCTION;
use service::Service;
use stack_core::services;

macro_rules! services {
    ($($name:ident,)*) => {
        $(pub(crate) mod $name;)*

        /// All services with optimized integrations, sorted by their names.
        static ALL: &[&Service] = &[$(&$name::SERVICE,)*];
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

/// The role that a task with `Credentials` takes, perhaps of another account. That role does the work then.
pub(crate) const ASSUME_ROLE: Grant =
    Grant::new(&["sts:AssumeRole"], &[on_resource!("arn:${AWS::Partition}:iam::*:role/{RoleArn}")]);

/// What the role of a machine has to allow for the integration of that name, without a suffix:
/// `dynamodb:getItem`. Nothing if there is no such integration.
pub(crate) fn grants(name: &str) -> Option<&'static [Grant]> {
    let (service, action) = name.split_once(':')?;
    of(service, action)
}

/// The same for an action of the AWS SDK that has an optimized integration, too: `emr` and `createCluster`.
pub(crate) fn grants_of_sdk(service: &str, action: &str) -> Option<&'static [Grant]> {
    of(services::of_sdk(service)?.name, action)
}

fn of(service: &str, action: &str) -> Option<&'static [Grant]> {
    let service = ALL.iter().find(|known| known.name == service)?;
    service.actions.iter().find(|(known, _)| *known == action).map(|(_, grants)| *grants)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grant::{Condition, When};
    use stack_core::services::parameter::{Parameter, Value};

    /// The names of integrations, of each service in the order of its table.
    fn names<'t>(of: &'t str, actions: impl Iterator<Item = &'t str>) -> Vec<String> {
        actions.map(|action| format!("{of}:{action}")).collect()
    }

    /// A new integration is a file and a line here, and in the core.
    #[test]
    fn every_integration_of_the_core_says_what_it_needs() {
        let here: Vec<String> =
            ALL.iter().flat_map(|it| names(it.name, it.actions.iter().map(|(name, _)| *name))).collect();
        let core: Vec<String> = services::ALL
            .iter()
            .flat_map(|it| names(it.name, it.actions.iter().map(|action| action.name)))
            .collect();
        assert_eq!(here, core);
        let without_permissions: Vec<&String> =
            here.iter().filter(|name| grants(name).is_some_and(|grants| grants.is_empty())).collect();
        assert_eq!(without_permissions, ["eks:call", "eks:runJob"]);
        assert!(grants("sqs:sendmessage").is_none() && grants("sqs").is_none());
    }

    #[test]
    fn grants_name_their_actions_sorted_and_what_they_are_on() {
        for (name, grants) in ALL.iter().flat_map(|service| service.actions) {
            for grant in *grants {
                assert!(grant.actions.is_sorted_by(|a, b| a < b), "{name}: {:?}", grant.actions);
                assert!(!grant.on.is_empty(), "{name}");
            }
        }
    }

    /// Whether a list of parameters has the one of that path: `Entries[].EventBusName`. Of what is not known it may.
    fn has(parameters: &[Parameter], path: &str) -> bool {
        let (step, rest) = path.split_once('.').unwrap_or((path, ""));
        let (name, list) = step.split_once('[').map_or((step, false), |(name, _)| (name, true));
        parameters.iter().filter(|it| it.name == name).any(|it| {
            let value = match (it.value, list) {
                (Value::List(item), true) => *item,
                (value, false) => value,
                (value, true) => return matches!(value, Value::Any | Value::Map(_)),
            };
            match value {
                _ if rest.is_empty() => true,
                Value::Object(members) => has(members, rest),
                value => matches!(value, Value::Any | Value::Map(_)),
            }
        })
    }

    #[test]
    fn grants_name_parameters_that_the_core_has() {
        for (service, actions) in ALL.iter().map(|it| (it.name, it.actions)) {
            for (action, grants) in actions {
                let known = services::action(&format!("{service}:{action}")).unwrap().parameters;
                for grant in *grants {
                    let on = grant.on.iter().flat_map(|on| match on {
                        Target::Arn(template) | Target::Resource(template) => template.paths(),
                        Target::Named(named) => vec![named.parameter],
                        Target::Implicit(..) | Target::Machine => Vec::new(),
                    });
                    let when = match grant.when {
                        When::Always | When::Sync => Vec::new(),
                        When::With(name) | When::Without(name) | When::Is(name, _) => vec![name],
                        When::WithBut(name, other) => vec![name, other],
                    };
                    let condition = match grant.condition {
                        Condition::Equals(_, template) => template.paths(),
                        _ => Vec::new(),
                    };
                    for path in on.chain(when).chain(condition) {
                        assert!(has(known, path), "{service}:{action} has no {path}");
                    }
                }
            }
        }
    }

    /// With the project's collection of AWS's documentation beside it, the grants are compared with that.
    #[test]
    fn the_grants_agree_with_the_reference() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/reference/integrations.json");
        let Ok(text) = std::fs::read_to_string(path) else {
            println!("without {path}: `tests/integrations.txt` alone says what the grants are");
            return;
        };
        let reference: serde_json::Value = serde_json::from_str(&text).unwrap();
        // Newer than what was collected.
        for service in ALL.iter().filter(|service| service.name != "bedrockagentcore") {
            for (action, grants) in service.actions {
                let name = format!("{}:{action}", service.name);
                // Which key a queue has, no parameter says.
                let key = |grant: &&serde_json::Value| {
                    grant["requiredWhen"].as_str().is_some_and(|when| when.contains("customer KMS key"))
                };
                let known = reference["integrations"][&name]["iam"].as_array().unwrap();
                let known = known.iter().filter(|it| !key(it));
                let mut known: Vec<&str> = known
                    .flat_map(|grant| grant["actions"].as_array().unwrap())
                    .map(|action| action.as_str().unwrap())
                    .collect();
                // It takes no tags, and the CDK grants none.
                if name == "sagemaker:updateEndpoint" {
                    known.retain(|action| !action.ends_with("Tags"));
                }
                // An action may be granted twice, on different resources. Keys that parameters name were not collected.
                let mut ours: Vec<&str> = grants.iter().flat_map(|grant| grant.actions).copied().collect();
                ours.retain(|action| !action.starts_with("kms:"));
                for list in [&mut known, &mut ours] {
                    list.sort_unstable();
                    list.dedup();
                }
                assert_eq!(ours, known, "{name}");
            }
        }
    }
}
