//! The roles that a call hands to a service, which its caller must be allowed to pass.

use super::members::{self, Given};
use crate::authorization::Profile;
use crate::parameters::Parameters;
use crate::requirement::{Precision, Requirement, Resource, condition};
use crate::resolve::named_behind;
use stack_core::services::sdk::{Action, Service};

/// How actions begin that hand a role over whatever AWS says of them: its reference does not name all.
const PASSING_VERBS: [&str; 23] = [
    "activate",
    "add",
    "associate",
    "continue",
    "create",
    "deleteStack",
    "enable",
    "export",
    "import",
    "modify",
    "put",
    "register",
    "replace",
    "request",
    "restore",
    "rollback",
    "run",
    "schedule",
    "send",
    "set",
    "start",
    "test",
    "update",
];

/// Services that take no role for themselves: theirs are what they manage.
const MANAGING_ROLES: [&str; 2] = ["iam", "sts"];

/// To which service a member hands its role, where that is one: a service, the member, none for all others, and whom it
/// is for. From the documentation of the services.
const PASSED_TO: &[(&str, Option<&str>, &str)] = &[
    ("accessanalyzer", None, "access-analyzer.amazonaws.com"),
    ("amplify", None, "amplify.amazonaws.com"),
    ("appflow", None, "appflow.amazonaws.com"),
    ("apprunner", Some("AccessRoleArn"), "build.apprunner.amazonaws.com"),
    ("apprunner", Some("InstanceRoleArn"), "tasks.apprunner.amazonaws.com"),
    ("appsync", None, "appsync.amazonaws.com"),
    ("backup", None, "backup.amazonaws.com"),
    ("batch", Some("ExecutionRoleArn"), "ecs-tasks.amazonaws.com"),
    ("batch", Some("JobRoleArn"), "ecs-tasks.amazonaws.com"),
    ("batch", Some("ServiceRole"), "batch.amazonaws.com"),
    ("bedrock", None, "bedrock.amazonaws.com"),
    ("bedrockagent", None, "bedrock.amazonaws.com"),
    ("bedrockagentcorecontrol", None, "bedrock-agentcore.amazonaws.com"),
    ("cloudformation", None, "cloudformation.amazonaws.com"),
    ("cloudtrail", Some("CloudWatchLogsRoleArn"), "cloudtrail.amazonaws.com"),
    ("codebuild", None, "codebuild.amazonaws.com"),
    ("codedeploy", None, "codedeploy.amazonaws.com"),
    ("codepipeline", None, "codepipeline.amazonaws.com"),
    ("comprehend", None, "comprehend.amazonaws.com"),
    ("config", Some("RoleARN"), "config.amazonaws.com"),
    ("datasync", None, "datasync.amazonaws.com"),
    ("dax", None, "dax.amazonaws.com"),
    ("dlm", None, "dlm.amazonaws.com"),
    ("ec2", Some("DeliverLogsPermissionArn"), "vpc-flow-logs.amazonaws.com"),
    ("ecs", Some("ExecutionRoleArn"), "ecs-tasks.amazonaws.com"),
    ("ecs", Some("Role"), "ecs.amazonaws.com"),
    ("ecs", Some("RoleArn"), "ecs.amazonaws.com"),
    ("ecs", Some("TaskRoleArn"), "ecs-tasks.amazonaws.com"),
    ("emr", Some("ServiceRole"), "elasticmapreduce.amazonaws.com"),
    ("emrserverless", None, "emr-serverless.amazonaws.com"),
    ("eventbridge", None, "events.amazonaws.com"),
    ("firehose", None, "firehose.amazonaws.com"),
    ("forecast", None, "forecast.amazonaws.com"),
    ("gamelift", None, "gamelift.amazonaws.com"),
    ("glue", None, "glue.amazonaws.com"),
    ("greengrass", None, "greengrass.amazonaws.com"),
    ("greengrassv2", None, "greengrass.amazonaws.com"),
    ("imagebuilder", Some("ExecutionRole"), "imagebuilder.amazonaws.com"),
    ("iot", None, "iot.amazonaws.com"),
    ("iotfleetwise", None, "iotfleetwise.amazonaws.com"),
    ("kafkaconnect", None, "kafkaconnect.amazonaws.com"),
    ("kendra", None, "kendra.amazonaws.com"),
    ("kinesisanalytics", None, "kinesisanalytics.amazonaws.com"),
    ("kinesisanalyticsv2", None, "kinesisanalytics.amazonaws.com"),
    ("lambda", None, "lambda.amazonaws.com"),
    ("mediaconvert", None, "mediaconvert.amazonaws.com"),
    ("osis", None, "osis-pipelines.amazonaws.com"),
    ("personalize", None, "personalize.amazonaws.com"),
    ("pipes", None, "pipes.amazonaws.com"),
    ("quicksight", None, "quicksight.amazonaws.com"),
    ("rds", Some("MonitoringRoleArn"), "monitoring.rds.amazonaws.com"),
    ("redshift", None, "redshift.amazonaws.com"),
    ("rekognition", None, "rekognition.amazonaws.com"),
    ("s3", None, "s3.amazonaws.com"),
    ("s3control", Some("RoleArn"), "batchoperations.s3.amazonaws.com"),
    ("sagemaker", None, "sagemaker.amazonaws.com"),
    ("scheduler", None, "scheduler.amazonaws.com"),
    ("sfn", None, "states.amazonaws.com"),
    ("ssm", None, "ssm.amazonaws.com"),
    ("textract", None, "textract.amazonaws.com"),
    ("transcribe", None, "transcribe.amazonaws.com"),
    ("transfer", None, "transfer.amazonaws.com"),
];

const ANY_ROLE: &str = "arn:${AWS::Partition}:iam::${AWS::AccountId}:role/";

/// What a call needs so that it may hand its roles over.
pub(super) fn requirements(
    service: &Service<'_>,
    action: &Action<'_>,
    profile: &Profile<'_>,
    parameters: &Parameters<'_>,
) -> Vec<Requirement> {
    let verb = action.name.to_string();
    // What AWS says itself holds for all that may be a role, what the verb says only for what is one.
    let is_said = profile.dependent.contains(&"iam:PassRole");
    let is_likely = PASSING_VERBS.iter().any(|start| verb.starts_with(start));
    if !is_said && (!is_likely || MANAGING_ROLES.contains(&service.name)) {
        return Vec::new();
    }
    let mut out = Vec::new();
    for given in members::given(action, parameters, names_role) {
        // IAM itself puts a role into a profile.
        let is_managed = names_profile(&given.name) && MANAGING_ROLES.contains(&service.name);
        if is_managed || (given.is_guess && !is_said) {
            continue;
        }
        let Some(resource) = resource(&given, parameters) else { continue };
        let passed_to = passed_to(service.name, &given.name);
        out.push(Requirement {
            state: parameters.state.name.value.to_owned(),
            actions: vec!["iam:PassRole".to_owned()],
            names_own_machine: parameters.own.is_in(&resource.text),
            resources: vec![resource],
            condition: passed_to
                .map(|service| condition("StringEquals", "iam:PassedToService", service.into()).node()),
        });
    }
    out
}

/// Whether an action takes a role at all.
pub(super) fn are_taken(action: &Action<'_>) -> bool {
    members::takes(action, names_role)
}

fn resource(given: &Given<'_>, parameters: &Parameters<'_>) -> Option<Resource> {
    if names_profile(&given.name) {
        // A profile has its role's name or another.
        given.value.text()?;
        let omission = "which role its instance profile has";
        return Some(Resource::new(format!("{ANY_ROLE}*"), Precision::Implicit(omission.into())));
    }
    named_behind(ANY_ROLE, &given.name, &given.value, parameters.own)
}

fn passed_to(service: &str, member: &str) -> Option<&'static str> {
    if names_profile(member) {
        return Some("ec2.amazonaws.com");
    }
    let mut rows = PASSED_TO.iter().filter(|(name, ..)| *name == service);
    rows.find(|(_, of, _)| of.is_none_or(|of| of == member)).map(|(.., principal)| *principal)
}

/// Whether a member of that name is a role that is handed over, or has one.
fn names_role(name: &str) -> bool {
    let ends = ["Role", "RoleARN", "RoleARNs", "RoleArn", "RoleArns", "RoleName", "Roles"];
    // The last ones are of another account, or of no account of AWS.
    let others = ["CrossAccountRole", "ConsumerAccountRole", "AccessControlRole", "AssumableRole"];
    // Of Cognito's texts and of flow logs.
    if ["DeliverLogsPermissionArn", "SnsCallerArn"].contains(&name) {
        return true;
    }
    (ends.iter().any(|end| name.ends_with(end)) && !others.iter().any(|other| name.contains(other)))
        || names_profile(name)
}

fn names_profile(name: &str) -> bool {
    let ends = ["IamInstanceProfile", "IamInstanceProfileArn", "InstanceProfileName", "JobFlowRole"];
    ends.iter().any(|end| name.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::PASSED_TO;
    use stack_core::services::sdk;

    #[test]
    fn the_list_names_what_there_is() {
        assert!(PASSED_TO.is_sorted());
        assert!(PASSED_TO.iter().all(|(name, ..)| sdk::service(name).is_some()));
        assert!(PASSED_TO.iter().all(|(.., principal)| principal.ends_with(".amazonaws.com")));
    }
}
