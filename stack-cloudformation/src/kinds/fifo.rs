//! What a machine sends to a FIFO queue or topic of the stack says what it has to: SQS and SNS refuse anything else,
//! so that every execution would fail there.

use crate::error::Error;
use crate::param::AnyParam;
use crate::scope::Resource;
use crate::template::MachineDefinition;
use stack_core::json::{Hole, Json, Node};
use stack_core::model::Machine;
use stack_core::services;

/// Integrations that send one message, the parameter that names where to, and the property that makes that FIFO.
const SENDERS: [(&str, &str, &str); 2] =
    [("sqs:sendMessage", "QueueUrl", "FifoQueue"), ("sns:publish", "TopicArn", "FifoTopic")];

/// Looks at all tasks that send to what the stack has.
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
            let parameters = state.node.get("Parameters").or_else(|| state.node.get("Arguments"));
            let Some(parameters) = parameters.filter(|parameters| parameters.as_object().is_some()) else {
                continue;
            };
            let Some((param, id)) = parameters.get(to).and_then(|to| reference(machine, to)) else {
                continue;
            };
            let Some(target) = fifo.iter().find(|target| target.id == id) else { continue };
            let lacks =
                |name: &str| parameters.get(name).is_none() && parameters.get(&format!("{name}.$")).is_none();
            let (missing, help) = if lacks("MessageGroupId") {
                ("MessageGroupId", "it says which messages keep their order")
            } else if lacks("MessageDeduplicationId") && !is(target, "ContentBasedDeduplication") {
                ("MessageDeduplicationId", "or the queue or topic has `content_based_deduplication = true`")
            } else {
                continue;
            };
            let text = format!(
                "the state `{}` sends to `{}`, which is FIFO, without a `{missing}`\nhelp: {help}",
                state.name.value, param.resource
            );
            return Err(Error::of(machine.resource, text));
        }
    }
    Ok(())
}

/// The reference that a value is, and the logical id that it is to.
fn reference<'m>(machine: &'m MachineDefinition, value: &Node<'_>) -> Option<(AnyParam, &'m str)> {
    let Json::Hole(Hole::Reference(number)) = value.json else { return None };
    let reference = machine.references.get(usize::try_from(number).ok()?)?;
    Some((reference.param, &reference.logical_id))
}
