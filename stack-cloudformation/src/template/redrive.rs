//! What SQS refuses of the queues for messages that were not delivered, whichever kinds emit them.

use crate::error::Error;
use crate::template::resource::Resource;
use stack_core::json::Json;

/// What a FIFO queue does not deliver goes to a FIFO queue, and what another does not, to another: SQS refuses
/// the rest.
pub(crate) fn check(resources: &[Resource]) -> Result<(), Error> {
    let queues = || resources.iter().filter(|resource| resource.cfn_type() == "AWS::SQS::Queue");
    let is_fifo = |queue: &Resource| {
        matches!(queue.properties().get("FifoQueue").map(|fifo| &fifo.json), Some(Json::Bool(true)))
    };
    for queue in queues() {
        let target =
            queue.properties().get("RedrivePolicy").and_then(|policy| policy.get("deadLetterTargetArn"));
        let id = target.and_then(|arn| arn.get("Fn::GetAtt")?.as_array()?.first()?.as_str());
        let Some(target) = id.and_then(|id| queues().find(|other| other.id == id)) else { continue };
        if is_fifo(queue) != is_fifo(target) {
            let (fifo, other) = if is_fifo(queue) { (queue, target) } else { (target, queue) };
            let text = format!(
                "`{}` is a FIFO queue, and `{}` is not: a queue's redrive_target must be of the same type",
                fifo.owner, other.owner
            );
            return Err(Error::of(queue.owner, text));
        }
    }
    Ok(())
}
