//! Messages to a queue or topic of the stack have the parameters that SQS and SNS require of them, and none that the
//! sort of queue or topic does not take: FIFO or not. Else every execution would fail there.

use crate::template::resource::Resource;
use crate::template::{Emitted, Task};
use stack_core::json::{Json, Node};
use stack_core::services;

/// Integrations that send one message, the parameter that names the target, and the property that makes it FIFO.
const SENDERS: [(&str, &str, &str); 2] =
    [("sqs:sendMessage", "QueueUrl", "FifoQueue"), ("sns:publish", "TopicArn", "FifoTopic")];

/// What is missing in a message to a FIFO queue or topic, or what cannot be in a message.
pub(super) fn fault(task: &Task<'_>, emitted: &Emitted<'_>) -> Option<String> {
    let integration = task.integration()?;
    let name = services::split(integration.strip_prefix("aws-sdk:").unwrap_or(integration)).0;
    let (_, to, fifo) = SENDERS.iter().find(|(sender, _, _)| *sender == name)?;
    let to = task.reference(to)?;
    let target = emitted.resource(&to.logical_id)?;
    let is_fifo = is_true(target, fifo);
    // Without a delay a message can always be sent.
    let is_delay = |value: &Node<'_>| matches!(&value.json, Json::Number(number) if number != "0");
    let has_delay = task.parameters()?.get("DelaySeconds").is_some_and(is_delay);
    let (sort, fault, help) = if !is_fifo && task.has_parameter("MessageDeduplicationId") {
        let help = "remove it, or make the queue or topic one with `fifo_enabled = true`";
        ("not FIFO", "with a `MessageDeduplicationId`", help)
    } else if is_fifo && has_delay {
        (
            "FIFO",
            "with `DelaySeconds`",
            "remove it: of such a queue only all messages are delayed, by its `delay_messages_second`",
        )
    } else if is_fifo && !task.has_parameter("MessageGroupId") {
        let help = "add it: messages with the same group keep their order";
        ("FIFO", "without a `MessageGroupId`", help)
    } else if is_fifo
        && !task.has_parameter("MessageDeduplicationId")
        && !is_true(target, "ContentBasedDeduplication")
    {
        let help = "add it, or `content_based_deduplication = true` to the queue or topic";
        ("FIFO", "without a `MessageDeduplicationId`", help)
    } else {
        return None;
    };
    let (state, to) = (task.state(), to.param.resource);
    Some(format!("the state `{state}` sends to `{to}`, which is {sort}, {fault}\nhelp: {help}"))
}

fn is_true(resource: &Resource, property: &str) -> bool {
    matches!(resource.properties().get(property).map(|value| &value.json), Some(Json::Bool(true)))
}
