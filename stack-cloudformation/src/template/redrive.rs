//! What SQS and EventBridge refuse of the queues for what was not delivered, whichever kinds emit them.

use crate::error::Error;
use crate::template::resource::Resource;
use stack_core::json::{Json, Node};

/// What a FIFO queue does not deliver goes to a FIFO queue, and what another, a rule or a schedule does not, to another:
/// AWS refuses the rest.
pub(crate) fn check(resources: &[Resource]) -> Result<(), Error> {
    for resource in resources {
        let properties = resource.properties();
        match resource.cfn_type() {
            "AWS::SQS::Queue" => {
                let policy = properties.get("RedrivePolicy");
                let target = policy.and_then(|policy| policy.get("deadLetterTargetArn"));
                check_queue(resource, target, resources)?;
            }
            "AWS::Events::Rule" => {
                for target in properties.get("Targets").and_then(Node::as_array).unwrap_or_default() {
                    check_events(resource, "an event rule", target, resources)?;
                }
            }
            "AWS::Scheduler::Schedule" => {
                if let Some(target) = properties.get("Target") {
                    check_events(resource, "a schedule", target, resources)?;
                }
            }
            _ => {}
        }
    }
    Ok(())
}

/// A queue of which it is known whether it is FIFO.
struct Target<'r> {
    /// What messages call it.
    name: &'r str,
    is_fifo: bool,
}

fn check_queue(queue: &Resource, target: Option<&Node<'_>>, resources: &[Resource]) -> Result<(), Error> {
    let Some(target) = target.and_then(|arn| find(arn, resources)) else { return Ok(()) };
    if is_fifo(queue) == target.is_fifo {
        return Ok(());
    }
    let (fifo, other) = if target.is_fifo { (target.name, queue.owner) } else { (queue.owner, target.name) };
    let text = format!(
        "`{fifo}` is a FIFO queue, and `{other}` is not: a queue's redrive_target must be of the same type"
    );
    Err(Error::of(queue.owner, text))
}

fn check_events(
    from: &Resource,
    label: &str,
    target: &Node<'_>,
    resources: &[Resource],
) -> Result<(), Error> {
    let failed = target.get("DeadLetterConfig").and_then(|failed| failed.get("Arn"));
    match failed.and_then(|arn| find(arn, resources)).filter(|failed| failed.is_fifo) {
        Some(failed) => {
            let name = failed.name;
            let text = format!("`{name}` is a FIFO queue, to which {label} delivers nothing that failed");
            Err(Error::of(from.owner, text))
        }
        None => Ok(()),
    }
}

/// The queue of that ARN: one of the stack, or an imported one, whose name tells.
fn find<'r>(arn: &'r Node<'_>, resources: &'r [Resource]) -> Option<Target<'r>> {
    if let Some(id) = arn.get("Fn::GetAtt") {
        let id = id.as_array()?.first()?.as_str()?;
        let queue = resources.iter().find(|it| it.id == id && it.cfn_type() == "AWS::SQS::Queue")?;
        return Some(Target { name: queue.owner, is_fifo: is_fifo(queue) });
    }
    let name = arn.as_str().or_else(|| arn.get("Fn::Sub")?.as_str()).filter(|arn| !arn.ends_with('}'))?;
    Some(Target { name, is_fifo: name.ends_with(".fifo") })
}

fn is_fifo(queue: &Resource) -> bool {
    matches!(queue.properties().get("FifoQueue").map(|fifo| &fifo.json), Some(Json::Bool(true)))
}
