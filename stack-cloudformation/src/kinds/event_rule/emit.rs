//! The CloudFormation resources of an event rule.

use super::properties::EventRuleProperties;
use crate::error::Error;
use crate::kind::scope::Scope;
use crate::kinds::properties::target::{Start, Target, retry_policy};
use crate::kinds::properties::values;
use crate::kinds::queue;
use crate::references::value::Value;
use crate::template::json;
use crate::template::object::{Object, get_att};
use stack_core::json::Node;
use stack_iam::{Policy, Trust};

pub(super) fn emit(properties: &EventRuleProperties, scope: &mut Scope<'_>) -> Result<(), Error> {
    // `check` has made sure that there are both.
    let (Some(pattern), Some(target)) = (properties.event_pattern, properties.target) else { return Ok(()) };
    let target = Target { queue: properties.queue, ..target };
    let started = self::target(properties, &target, scope)?;
    let mut pattern = json::node(pattern);
    values::fill_all(&mut pattern, properties.values, scope);
    let rule = Object::new()
        .maybe("Name", properties.name)
        .maybe("Description", properties.description)
        .maybe("EventBusName", properties.event_bus.map(|bus| scope.param(&bus)))
        .with("EventPattern", pattern)
        .with("State", if properties.enabled { "ENABLED" } else { "DISABLED" })
        .with("Targets", Node::array([started]));
    scope.resource("Rule", "AWS::Events::Rule", rule);
    if let Some(failed) = &properties.on_delivery_failure {
        let rule = get_att(scope.id("Rule"), "Arn");
        queue::allow(scope, failed, "events.amazonaws.com", rule);
    }
    if target.start == Start::Function {
        let permission = Object::new()
            .with("Action", "lambda:InvokeFunction")
            .with("FunctionName", scope.param(&target.param))
            .with("Principal", "events.amazonaws.com")
            .with("SourceArn", get_att(scope.id("Rule"), "Arn"));
        scope.resource("Permission", "AWS::Lambda::Permission", permission);
    } else {
        let mut policy = Policy::new();
        target.allow(scope, &mut policy)?;
        // The rule's own ARN would be a cycle: the rule needs its role first.
        let trust = Trust::service("events.amazonaws.com")
            .on_behalf_of("arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}:rule/*");
        scope.role("Role", &trust, &policy);
    }
    Ok(())
}

fn target(properties: &EventRuleProperties, target: &Target, scope: &mut Scope<'_>) -> Result<Object, Error> {
    let (arn, job) = match target.start {
        Start::Job => {
            let job = Object::new()
                .with("JobDefinition", scope.param(&target.param))
                .with("JobName", target.param.resource);
            (scope.param(&target.queue(scope)?), Some(job))
        }
        _ => (scope.param(&target.param), None),
    };
    let input =
        properties.input.map(|input| values::fill_text(json::compact(input), properties.values, scope));
    let role = (target.start != Start::Function).then(|| get_att(scope.id("Role"), "Arn"));
    let retries = retry_policy(properties.maximum_event_age, properties.retry_attempts);
    let failed = properties.on_delivery_failure.map(|queue| Object::new().with("Arn", scope.param(&queue)));
    Ok(Object::new()
        .with("Id", "Target")
        .with("Arn", arn)
        .maybe("RoleArn", role)
        .maybe("BatchParameters", job)
        .maybe("Input", input)
        .maybe("InputPath", properties.input_path)
        .maybe("InputTransformer", transformer(properties))
        .maybe("RetryPolicy", retries)
        .maybe("DeadLetterConfig", failed))
}

fn transformer(properties: &EventRuleProperties) -> Option<Object> {
    let template = properties.input_template?;
    let mut paths = Object::new();
    for (name, path) in properties.input_paths {
        if let Value::Text(path) = path {
            paths.push(*name, *path);
        }
    }
    Some(Object::new().maybe("InputPathsMap", paths.filled()).with("InputTemplate", template))
}
