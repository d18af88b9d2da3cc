//! The CloudFormation resources of a schedule.

use super::properties::ScheduleProperties;
use crate::error::Error;
use crate::kind::scope::Scope;
use crate::kinds::properties::target::{Start, Target, retry_policy};
use crate::kinds::properties::values;
use crate::references::value::Value;
use crate::template::json;
use crate::template::object::{Object, get_att, sub};
use stack_core::json::Node;
use stack_core::json::write;
use stack_iam::{Policy, Trust};

pub(super) fn emit(properties: &ScheduleProperties, scope: &mut Scope<'_>) -> Result<(), Error> {
    // `check` has made sure that there are both.
    let (Some(rate), Some(target)) = (properties.schedule_rate, properties.target) else { return Ok(()) };
    let target = Target { queue: properties.queue, ..target };
    role(properties, &target, scope)?;
    let window = match properties.flexible_window {
        Some(minutes) => {
            Object::new().with("Mode", "FLEXIBLE").with("MaximumWindowInMinutes", i64::from(minutes))
        }
        None => Object::new().with("Mode", "OFF"),
    };
    let retries = retry_policy(properties.maximum_event_age, properties.retry_attempts);
    let failed = properties.on_delivery_failure.map(|queue| Object::new().with("Arn", scope.param(&queue)));
    let (arn, input) = match target.start {
        Start::Job => submit_job(properties, &target, scope)?,
        _ => {
            let input = properties.input.map(json::compact);
            let input = input.map(|input| values::fill_text(input, properties.values, scope));
            (scope.param(&target.param), input)
        }
    };
    let target = Object::new()
        .with("Arn", arn)
        .with("RoleArn", get_att(scope.id("Role"), "Arn"))
        .maybe("Input", input)
        .maybe("RetryPolicy", retries)
        .maybe("DeadLetterConfig", failed);
    let schedule = Object::new()
        .maybe("Name", properties.name)
        .maybe("Description", properties.description)
        .with("ScheduleExpression", rate)
        .maybe("ScheduleExpressionTimezone", properties.timezone)
        .with("FlexibleTimeWindow", window)
        .with("State", if properties.enabled { "ENABLED" } else { "DISABLED" })
        .with("Target", target);
    scope.resource("Schedule", "AWS::Scheduler::Schedule", schedule);
    Ok(())
}

fn role(properties: &ScheduleProperties, target: &Target, scope: &mut Scope<'_>) -> Result<(), Error> {
    let mut policy = Policy::new();
    target.allow(scope, &mut policy)?;
    if let Some(queue) = properties.on_delivery_failure {
        policy.allow(&["sqs:SendMessage"], [scope.param(&queue)]);
    }
    // Scheduler names the group, never the schedule.
    let trust = Trust::service("scheduler.amazonaws.com").on_behalf_of(
        "arn:${AWS::Partition}:scheduler:${AWS::Region}:${AWS::AccountId}:schedule-group/default",
    );
    scope.role("Role", &trust, &policy);
    Ok(())
}

/// What stands for the job in the parameters; no name of a value that a user would choose.
const DEFINITION: &str = "job definition";
const QUEUE: &str = "job queue";

/// Scheduler has no target of its own for a job: it calls `SubmitJob` with these parameters.
fn submit_job(
    properties: &ScheduleProperties,
    target: &Target,
    scope: &mut Scope<'_>,
) -> Result<(Node<'static>, Option<Node<'static>>), Error> {
    let further = properties.input.map(json::object).unwrap_or_default();
    let named = further.iter().any(|member| member.key.value == "JobName");
    let mut parameters = Object::new()
        .maybe("JobName", (!named).then_some(target.param.resource))
        .with("JobDefinition", format!("${{{DEFINITION}}}"))
        .with("JobQueue", format!("${{{QUEUE}}}"));
    for member in further {
        parameters.push(member.key.value, member.value);
    }
    let mut values =
        vec![(DEFINITION, Value::Param(target.param)), (QUEUE, Value::Param(target.queue(scope)?))];
    values.extend(properties.values);
    let text = write::compact(&parameters.node(), &mut |_, _| {});
    let input = values::fill_text(text, &values, scope);
    Ok((sub("arn:${AWS::Partition}:scheduler:::aws-sdk:batch:submitJob"), Some(input)))
}
