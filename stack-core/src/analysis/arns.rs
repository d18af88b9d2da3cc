//! The ARNs that tasks name: their resources, roles and parameters.

use super::tasks::Task;
use crate::json::interpolation::is_filled_in;
use crate::json::{Node, Site};
use crate::model::State;

/// An ARN that stands there as a whole.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Arn<'m> {
    /// All of it.
    pub(crate) text: &'m str,
    /// Where it stands.
    pub(crate) site: Site,
    pub(crate) partition: &'m str,
    pub(crate) region: &'m str,
    pub(crate) account: &'m str,
}

/// Shows those of a task, in the order of the source but for the resource, which comes first. What a task hands on as
/// data, such as a `Payload`, is not looked into.
pub(crate) fn of_task<'m>(state: &State<'m>, task: &Task<'m>, visit: &mut dyn FnMut(Arn<'m>)) {
    show(task.resource, visit);
    for field in ["Credentials", "Parameters", "Arguments"] {
        for member in state.node.get(field).and_then(Node::as_object).unwrap_or_default() {
            let key = member.key.value.as_ref();
            if !["Body", "Content", "Input", "Item", "Message", "MessageBody", "Payload", "RequestBody"]
                .contains(&key)
            {
                show(&member.value, visit);
            }
        }
    }
}

fn show<'m>(node: &'m Node<'m>, visit: &mut dyn FnMut(Arn<'m>)) {
    let Some(text) = node.as_str().filter(|text| text.starts_with("arn:") && !is_filled_in(text)) else {
        return;
    };
    let mut parts = text.splitn(6, ':');
    let (_, partition, _, region, account) =
        (parts.next(), parts.next(), parts.next(), parts.next(), parts.next());
    if let (Some(partition), Some(region), Some(account), true) =
        (partition, region, account, parts.next().is_some())
    {
        visit(Arn { text, site: node.site, partition, region, account });
    }
}
