//! Messages to a FIFO queue or topic of the stack have the parameters that SQS and SNS require of them. Without these,
//! every execution would fail there.

use crate::template::resource::Resource;
use crate::template::{Emitted, Task};
use stack_core::json::Json;
use stack_core::services;

/// Integrations that send one message, the parameter that names the target, and the property that makes it FIFO.
const SENDERS: [(&str, &str, &str); 2] =
    [("sqs:sendMessage", "QueueUrl", "FifoQueue"), ("sns:publish", "TopicArn", "FifoTopic")];

/// What is missing in a message to a FIFO queue or topic.
pub(super) fn fault(task: &Task<'_>, emitted: &Emitted<'_>) -> Option<String> {
    let integration = task.integration()?;
    let name = services::split(integration.strip_prefix("aws-sdk:").unwrap_or(integration)).0;
    let (_, to, fifo) = SENDERS.iter().find(|(sender, _, _)| *sender == name)?;
    let to = task.reference(to)?;
    let target = emitted.resource(&to.logical_id).filter(|target| is_true(target, fifo))?;
    let (missing, help) = if !task.has_parameter("MessageGroupId") {
        ("MessageGroupId", "add it: messages with the same group keep their order")
    } else if !task.has_parameter("MessageDeduplicationId") && !is_true(target, "ContentBasedDeduplication") {
        ("MessageDeduplicationId", "add it, or `content_based_deduplication = true` to the queue or topic")
    } else {
        return None;
    };
    Some(format!(
        "the state `{}` sends to `{}`, which is FIFO, without a `{missing}`\nhelp: {help}",
        task.state(),
        to.param.resource
    ))
}

fn is_true(resource: &Resource, property: &str) -> bool {
    matches!(resource.properties().get(property).map(|value| &value.json), Some(Json::Bool(true)))
}
