//! Checks that messages to a FIFO queue or topic of the stack have the parameters that SQS and SNS require of them.
//! Without these, every execution would fail there.

use crate::error::Error;
use crate::kind::scope::Resource;
use crate::template::{MachineDefinition, parameters};
use stack_core::json::Json;
use stack_core::model::Machine;
use stack_core::services;

/// Integrations that send one message, the parameter that names the target, and the property that makes it FIFO.
const SENDERS: [(&str, &str, &str); 2] =
    [("sqs:sendMessage", "QueueUrl", "FifoQueue"), ("sns:publish", "TopicArn", "FifoTopic")];

/// Looks at all tasks that send to resources of the stack.
pub(crate) fn check(machines: &[MachineDefinition], resources: &[Resource]) -> Result<(), Error> {
    let is = |resource: &Resource, name| {
        matches!(resource.properties().get(name).map(|value| &value.json), Some(Json::Bool(true)))
    };
    let fifo: Vec<&Resource> =
        resources.iter().filter(|it| SENDERS.iter().any(|(_, _, property)| is(it, property))).collect();
    if fifo.is_empty() {
        return Ok(());
    }
    for machine in machines {
        for state in &Machine::new(&machine.root, machine.kind).states {
            let Some(integration) = state.node.get("Resource").and_then(services::of_resource) else {
                continue;
            };
            let name = services::split(integration.strip_prefix("aws-sdk:").unwrap_or(integration)).0;
            let Some((_, to, _)) = SENDERS.iter().find(|(sender, _, _)| *sender == name) else { continue };
            let Some((parameters, to)) = parameters(state).zip(machine.argument(state, to)) else { continue };
            let Some(target) = fifo.iter().find(|target| target.id == to.logical_id) else { continue };
            let lacks =
                |name: &str| parameters.get(name).is_none() && parameters.get(&format!("{name}.$")).is_none();
            let (missing, help) = if lacks("MessageGroupId") {
                ("MessageGroupId", "add it: messages with the same group keep their order")
            } else if lacks("MessageDeduplicationId") && !is(target, "ContentBasedDeduplication") {
                (
                    "MessageDeduplicationId",
                    "add it, or `content_based_deduplication = true` to the queue or topic",
                )
            } else {
                continue;
            };
            let text = format!(
                "the state `{}` sends to `{}`, which is FIFO, without a `{missing}`\nhelp: {help}",
                state.name.value, to.param.resource
            );
            return Err(Error::of(machine.resource, text));
        }
    }
    Ok(())
}
