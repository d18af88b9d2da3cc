//! What the role of a machine has to allow for actions of the AWS SDK.
//!
//! Most actions need the permission of their own name: `states:DescribeExecution` for `sfn:describeExecution`. The
//! tables say which do not, and which parameter names the resource, for the services that workflows call most.

/// Permission to read or write a file that parameters name, if the one in front of it is there.
macro_rules! read {
    ($parameter:literal, $file:literal) => {
        Grant::new(&["s3:GetObject"], &[on_arn!(concat!("arn:${AWS::Partition}:s3:::", $file))])
            .when(When::With($parameter))
    };
}
macro_rules! write {
    ($parameter:literal, $file:literal) => {
        Grant::new(&["s3:PutObject"], &[on_arn!(concat!("arn:${AWS::Partition}:s3:::", $file))])
            .when(When::With($parameter))
    };
}

mod actions;
mod dependent;
mod keys;
mod members;
mod named;
mod narrow;
mod other_permissions;
#[cfg(test)]
mod reference;
mod requirements;
mod resources;
mod resources_of_actions;
mod roles;

use crate::authorization;
use crate::grant::{Condition, Grant, Permission, Target, When, owned};
use crate::services;
pub(crate) use requirements::add_requirements;
use stack_core::services::sdk::{Action, Service, table};

/// The calls of the AWS SDK whose permissions begin with that prefix, named as IAM would name them, and the actions that
/// each needs.
pub(crate) fn calls(prefix: &str) -> impl Iterator<Item = (String, Vec<String>)> {
    let services = table().services().filter(move |service| service.iam_prefix == Some(prefix));
    services.flat_map(|service| {
        let call = move |action: Action<'static>| {
            let permissions = permissions(&service, &action).unwrap_or_default();
            let actions = permissions.into_iter().flat_map(|it| it.actions).collect();
            (capital(&action.name.to_string()), actions)
        };
        service.actions().map(call).collect::<Vec<_>>()
    })
}

/// What a call needs, if it is known what IAM calls the action; nothing for what everyone may do.
fn permissions(service: &Service<'_>, action: &Action<'_>) -> Option<Vec<Permission>> {
    let name = action.name.to_string();
    if NO_PERMISSION_NEEDED.contains(&(service.name, &name)) {
        return Some(Vec::new());
    }
    let whole = optimized(service.name, &name).or_else(|| find(actions::GRANTS, service.name, &name));
    let mut permissions: Vec<Permission> = whole.unwrap_or_default().iter().map(Permission::from).collect();
    if permissions.is_empty() {
        let actions = match find(other_permissions::OTHER_PERMISSIONS, service.name, &name) {
            Some(others) => owned(others),
            None if service.name.starts_with("apigateway") => {
                vec![format!("apigateway:{}", verb(&name))]
            }
            None => {
                let own = format!("{}:{}", service.iam_prefix?, capital(&name));
                let has_token = SERVICES_WITH_TOKENS.contains(&service.name);
                if has_token && authorization::action(&own).is_none() {
                    return Some(Vec::new());
                }
                vec![own]
            }
        };
        let on = find(resources_of_actions::RESOURCES_OF_ACTIONS, service.name, &name)
            .unwrap_or_else(|| resource(service.name, action));
        permissions.push(Permission { actions, on, when: When::Always, condition: Condition::None });
    }
    let more = EXTRA_PERMISSIONS
        .iter()
        .filter(|(name, parameter, _)| *name == service.name && has_parameter(action, parameter));
    permissions.extend(more.map(|(.., grant)| grant.into()));
    Some(permissions)
}

/// The grants of the optimized integration that makes the same call with the same parameters.
fn optimized(service: &str, action: &str) -> Option<&'static [Grant]> {
    services::grants_of_sdk(service, action).filter(|grants| !grants.is_empty())
}

/// What a table says of an action.
fn find<T>(rows: &[(&str, &[&str], &'static [T])], service: &str, action: &str) -> Option<&'static [T]> {
    let mut rows = rows.iter().filter(|(name, ..)| *name == service);
    rows.find(|(_, actions, _)| actions.contains(&action)).map(|(.., said)| *said)
}

/// What the parameters of an action name in most of a service's actions.
fn resource(service: &str, action: &Action<'_>) -> &'static [Target] {
    for (_, rows) in resources::RESOURCES.iter().filter(|(name, _)| *name == service) {
        for (parameter, on) in *rows {
            if has_parameter(action, parameter) {
                return on;
            }
        }
    }
    resources::ALL
}

fn has_parameter(action: &Action<'_>, parameter: &str) -> bool {
    action.parameters().any(|known| known.name == *parameter)
}

/// What IAM calls an action of API Gateway: the HTTP method of its call.
fn verb(action: &str) -> &'static str {
    let verbs = [
        ("get", "GET"),
        ("export", "GET"),
        ("delete", "DELETE"),
        ("flush", "DELETE"),
        ("reset", "DELETE"),
        ("untag", "DELETE"),
        ("update", "PATCH"),
        ("put", "PUT"),
        ("reimport", "PUT"),
    ];
    verbs.iter().find(|(start, _)| action.starts_with(start)).map_or("POST", |(_, verb)| verb)
}

fn capital(action: &str) -> String {
    let mut capital = action.to_owned();
    if let Some(first) = capital.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    capital
}

/// What needs no permission.
const NO_PERMISSION_NEEDED: &[(&str, &str)] =
    &[("dynamodb", "describeEndpoints"), ("sts", "getCallerIdentity"), ("sts", "getSessionToken")];

/// Services that know who calls by a token among the parameters, but for what IAM has permissions of.
const SERVICES_WITH_TOKENS: [&str; 4] = ["codecatalyst", "connectparticipant", "sso", "ssooidc"];

/// What an action needs in addition if it has that parameter: files are read and written with the caller's role.
const EXTRA_PERMISSIONS: &[(&str, &str, Grant)] = &[
    (
        "polly",
        "OutputS3BucketName",
        write!("OutputS3BucketName", "{OutputS3BucketName}/{OutputS3KeyPrefix|}*"),
    ),
    ("rdsdata", "SecretArn", READ_SECRET),
    ("redshiftdata", "SecretArn", READ_SECRET),
    ("rekognition", "Image", read!("Image.S3Object", "{Image.S3Object.Bucket}/{Image.S3Object.Name}")),
    ("rekognition", "Video", read!("Video.S3Object", "{Video.S3Object.Bucket}/{Video.S3Object.Name}")),
    (
        "textract",
        "Document",
        read!("Document.S3Object", "{Document.S3Object.Bucket}/{Document.S3Object.Name}"),
    ),
    (
        "textract",
        "DocumentLocation",
        read!(
            "DocumentLocation.S3Object",
            "{DocumentLocation.S3Object.Bucket}/{DocumentLocation.S3Object.Name}"
        ),
    ),
    (
        "textract",
        "OutputConfig",
        write!("OutputConfig", "{OutputConfig.S3Bucket}/{OutputConfig.S3Prefix|textract_output}/*"),
    ),
    ("transcribe", "Media", read!("Media.MediaFileUri", "{Media.MediaFileUri:s3}")),
    ("transcribe", "OutputBucketName", write!("OutputBucketName", "{OutputBucketName}/*")),
];
const READ_SECRET: Grant = Grant::new(
    &["secretsmanager:GetSecretValue"],
    &[on_resource!(arn!("secretsmanager", "secret:{SecretArn}"))],
)
.when(When::With("SecretArn"));

#[cfg(test)]
mod tests {
    use super::*;
    use crate::template::Template;
    use stack_core::services::sdk::{Service, service};

    /// What a call needs, as text: IAM's actions, and what they are on.
    fn needs(service_name: &str, action: &str) -> Vec<String> {
        let service = service(service_name).unwrap();
        let found = permissions(&service, &service.action(action).unwrap()).unwrap();
        let short = |text: &str| {
            text.replace("arn:${AWS::Partition}:", "").replace("${AWS::Region}:${AWS::AccountId}", "")
        };
        let on = |on: &Target| match on {
            Target::Arn(template) | Target::Resource(template) => short(&template.text()),
            Target::Implicit(text, _) => short(text),
            Target::Named(named) => named.parameter.to_owned(),
            Target::Machine => "machine".to_owned(),
        };
        let text = |it: &Permission| {
            let on: Vec<String> = it.on.iter().map(on).collect();
            format!("{} on {}", it.actions.join(" "), on.join(" "))
        };
        found.iter().map(text).collect()
    }

    #[test]
    fn most_actions_need_what_they_are_called() {
        assert_eq!(
            needs("sfn", "describeExecution"),
            ["states:DescribeExecution on states::execution:{ExecutionArn}"]
        );
        assert_eq!(needs("ec2", "describeInstances"), ["ec2:DescribeInstances on *"]);
        assert_eq!(
            needs("cloudwatchlogs", "putLogEvents"),
            ["logs:PutLogEvents on logs::log-group:{LogGroupName}:log-stream:{LogStreamName}"]
        );
        assert_eq!(
            needs("cloudwatchlogs", "createLogStream"),
            ["logs:CreateLogStream on logs::log-group:{LogGroupName}:*"]
        );
    }

    #[test]
    fn others_need_something_else() {
        assert_eq!(needs("s3", "listObjectsV2"), ["s3:ListBucket on s3:::{Bucket}"]);
        assert_eq!(needs("s3", "listBuckets"), ["s3:ListAllMyBuckets on *"]);
        assert_eq!(needs("s3", "copyObject").len(), 4);
        assert_eq!(
            needs("dynamodb", "transactGetItems"),
            ["dynamodb:GetItem on dynamodb::table/{TransactItems[].Get.TableName}"]
        );
        assert_eq!(needs("apigateway", "createRestApi"), ["apigateway:POST on *"]);
        assert_eq!(
            needs("apigateway", "getStage"),
            ["apigateway:GET on apigateway:${AWS::Region}::/restapis/{RestApiId}*"]
        );
        assert!(needs("sts", "getCallerIdentity").is_empty());
        assert!(needs("rdsdata", "executeStatement")[1].starts_with("secretsmanager:GetSecretValue"));
    }

    #[test]
    fn an_optimized_integration_makes_the_same_call() {
        assert_eq!(needs("lambda", "invoke")[0], "lambda:InvokeFunction on FunctionName");
        assert_eq!(
            needs("sfn", "startExecution")[0],
            "states:StartExecution on states::stateMachine:{StateMachineArn}"
        );
        assert!(needs("bedrockruntime", "invokeModel")[0].starts_with("bedrock:InvokeModel on"));
    }

    #[test]
    fn what_iam_calls_an_action_may_be_unknown() {
        let service = service("mturk").unwrap();
        assert!(permissions(&service, &service.actions().next().unwrap()).is_none());
    }

    #[test]
    fn the_tables_name_what_there_is() {
        let check_parameters = |service: &Service<'_>, action: &str, on: &[Target]| {
            let action = service.action(action).unwrap_or_else(|| panic!("{}: {action}", service.name));
            let templates = on.iter().filter_map(|on| match on {
                Target::Arn(template) | Target::Resource(template) => Some(*template),
                _ => None,
            });
            for path in templates.flat_map(Template::paths) {
                let name = path.split(['.', '[']).next().unwrap_or_default();
                assert!(has_parameter(&action, name), "{}:{} has no {name}", service.name, action.name);
            }
        };
        let known = |name: &str| service(name).unwrap_or_else(|| panic!("{name}"));
        for (name, actions, _) in other_permissions::OTHER_PERMISSIONS {
            actions.iter().for_each(|action| check_parameters(&known(name), action, &[]));
        }
        for (name, actions, grants) in actions::GRANTS {
            for grant in *grants {
                assert!(grant.actions.is_sorted(), "{:?}", grant.actions);
                actions.iter().for_each(|action| check_parameters(&known(name), action, grant.on));
            }
        }
        for (name, actions, on) in resources_of_actions::RESOURCES_OF_ACTIONS {
            actions.iter().for_each(|action| check_parameters(&known(name), action, on));
        }
        for (name, rows) in resources::RESOURCES {
            for (parameter, _) in *rows {
                assert!(
                    known(name).actions().any(|action| has_parameter(&action, parameter)),
                    "{name}: {parameter}"
                );
            }
        }
        for service in table().services() {
            service.actions().for_each(|action| drop(permissions(&service, &action)));
        }
    }
}
