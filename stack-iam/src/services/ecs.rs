//! ECS: tasks, and the roles that they are given.

use super::service::Service;
use crate::grant::{ArnPattern, Condition, Grant, NamedResource, Target, When, arn};

pub(super) static SERVICE: Service = Service {
    name: "ecs",
    actions: &[(
        "runTask",
        &[
            Grant::new(&["ecs:RunTask"], &[Target::Named(DEFINITION)]),
            Grant::new(
                &["ecs:DescribeTasks", "ecs:StopTask"],
                &[on_arn!(arn!("ecs", "task/{Cluster:name|default}/*"))],
            )
            .when(When::Sync),
            pass_role!("Overrides.TaskRoleArn", "ecs-tasks.amazonaws.com"),
            pass_role!("Overrides.ExecutionRoleArn", "ecs-tasks.amazonaws.com"),
            pass_role!("VolumeConfigurations[].ManagedEBSVolume.RoleArn", "ecs.amazonaws.com"),
            PASS_ROLES.when(When::Without("Overrides.TaskRoleArn")),
            PASS_ROLES.when(When::Without("Overrides.ExecutionRoleArn")),
            Grant::new(&["ecs:TagResource"], TASKS).when(When::With("Tags")),
            Grant::new(&["ecs:TagResource"], TASKS).when(When::With("PropagateTags")),
            rule!("StepFunctionsGetEventsForECSTaskRule"),
        ],
    )],
};

const DEFINITION: NamedResource = NamedResource {
    parameter: "TaskDefinition",
    arns: task_definition_arns,
    // As with a Batch job: an execution that runs goes on with its revision.
    of_arn: ArnPattern::FromPart(":", 5, arn!("ecs", "${Name}:*")),
    of_text: None,
    otherwise: arn!("ecs", "task-definition/*"),
};
const PASS_ROLES: Grant = Grant::new(
    &["iam:PassRole"],
    &[Target::Implicit(
        "arn:${AWS::Partition}:iam::${AWS::AccountId}:role/*",
        "which roles its task definition has",
    )],
)
.only_if(Condition::PassedTo("ecs-tasks.amazonaws.com"));
const TASKS: &[Target] = &[on_arn!(arn!("ecs", "task/*"))];

/// The text is a family, `family:revision` or an ARN; without a revision it is the latest.
fn task_definition_arns(text: &str) -> Vec<String> {
    let (arn, name) = match text.split_once(":task-definition/") {
        Some((_, name)) => (text.to_owned(), name),
        None => (arn("ecs", &format!("task-definition/{text}")), text),
    };
    vec![if name.contains(':') { arn } else { format!("{arn}:*") }]
}
