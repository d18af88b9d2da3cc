//! Batch: `batch:submitJob`.

use super::grant::{Form, Grant, Named, On, When, arn};
use super::names::{JOB_DEFINITION_ARN, JOB_QUEUE_ARN};
use super::parameter::{Parameter, Value, any, boolean, number, text};
use super::{Action, Pattern, Service};

pub(super) static SERVICE: Service = Service {
    name: "batch",
    errors: &["Batch"],
    actions: &[Action {
        name: "submitJob",
        patterns: &[Pattern::Sync],
        parameters: &[
            Parameter::new("JobDefinition", Value::Names(&[JOB_DEFINITION_ARN])).required(),
            text("JobName").required(),
            Parameter::new("JobQueue", Value::Names(&[JOB_QUEUE_ARN])).required(),
            Parameter::new("ArrayProperties", Value::Object(&[number("Size")])),
            any("ConsumableResourcePropertiesOverride"),
            Parameter::new("ContainerOverrides", Value::Object(CONTAINER)),
            Parameter::new("DependsOn", Value::List(&Value::Object(DEPENDENCY))),
            any("EcsPropertiesOverride"),
            any("EksPropertiesOverride"),
            any("NodeOverrides"),
            Parameter::new("Parameters", Value::Map(&Value::Text)),
            boolean("PropagateTags"),
            Parameter::new("RetryStrategy", Value::Object(RETRY)),
            number("SchedulingPriorityOverride"),
            text("ShareIdentifier"),
            Parameter::new("Tags", Value::Map(&Value::Text)),
            Parameter::new("Timeout", Value::Object(&[number("AttemptDurationSeconds")])),
        ],
        grants: &[
            Grant::new(&["batch:SubmitJob"], &[On::Named(DEFINITION), On::Resource(QUEUE)]),
            // The job's id is known to nobody before it is submitted, and DescribeJobs takes no resource.
            Grant::new(&["batch:DescribeJobs"], &[On::Arn("*")]).when(When::Sync),
            Grant::new(&["batch:TerminateJob"], &[On::Arn(JOBS)]).when(When::Sync),
            rule!("StepFunctionsGetEventsForBatchJobsRule"),
            Grant::new(&["batch:TagResource"], &[On::Arn(JOBS)]).when(When::With("Tags")),
        ],
        result: &["JobArn", "JobId", "JobName", "SdkHttpMetadata", "SdkResponseMetadata"],
    }],
};

const CONTAINER: &[Parameter] = &[
    Parameter::new("Command", Value::List(&Value::Text)),
    Parameter::new("Environment", Value::List(&Value::Object(&[NAME, VALUE]))),
    text("InstanceType"),
    number("Memory"),
    Parameter::new("ResourceRequirements", Value::List(&Value::Object(&[VALUE, REQUIREMENT]))),
    number("Vcpus"),
];
const NAME: Parameter = text("Name");
const VALUE: Parameter = text("Value");
const REQUIREMENT: Parameter = Parameter::new("Type", Value::Word(&["GPU", "VCPU", "MEMORY"]));
const DEPENDENCY: &[Parameter] =
    &[text("JobId"), Parameter::new("Type", Value::Word(&["N_TO_N", "SEQUENTIAL"]))];
const RETRY: &[Parameter] = &[
    number("Attempts"),
    Parameter::new(
        "EvaluateOnExit",
        Value::List(&Value::Object(&[
            text("Action"),
            text("OnExitCode"),
            text("OnReason"),
            text("OnStatusReason"),
        ])),
    ),
];

const JOBS: &str = arn!("batch", "job/*");
const QUEUE: &str = arn!("batch", "job-queue/{JobQueue}");
const DEFINITION: Named = Named {
    parameter: "JobDefinition",
    arns: job_definition_arns,
    // Every revision: an execution that runs while the stack is updated goes on with the one that it began with.
    form: Form::Part(":", 5, arn!("batch", "${Name}:*")),
    of_text: None,
    otherwise: arn!("batch", "job-definition/*"),
};

/// A job definition in the revision that is named, or in all. The text is a name, `name:revision` or an ARN.
fn job_definition_arns(text: &str) -> Vec<String> {
    let (arn, revision) = match text.split_once(":job-definition/") {
        Some((_, name)) => (text.to_owned(), name.contains(':')),
        None => (arn("batch", &format!("job-definition/{text}")), text.contains(':')),
    };
    if revision { vec![arn] } else { vec![arn.clone(), format!("{arn}:*")] }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_job_definition_without_a_revision_is_all_of_them() {
        let here = "arn:${AWS::Partition}:batch:${AWS::Region}:${AWS::AccountId}";
        assert_eq!(
            job_definition_arns("report"),
            [format!("{here}:job-definition/report"), format!("{here}:job-definition/report:*")]
        );
        assert_eq!(job_definition_arns("report:3"), [format!("{here}:job-definition/report:3")]);
        let arn = "arn:aws:batch:eu-west-1:111122223333:job-definition/report:3";
        assert_eq!(job_definition_arns(arn), [arn]);
    }
}
