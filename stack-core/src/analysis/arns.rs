//! The ARNs that tasks name: their resources, roles and parameters.

use super::tasks::Task;
use crate::json::interpolation::is_filled_in;
use crate::json::{Node, Site};
use crate::model::State;
use crate::text::cut;

/// What a task hands on as data, which is not looked into.
const DATA: [&str; 8] =
    ["Body", "Content", "Input", "Item", "Message", "MessageBody", "Payload", "RequestBody"];

/// An ARN that stands there as a whole.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Arn<'m> {
    /// The state whose task names it.
    pub(crate) state: &'m State<'m>,
    /// All of it.
    pub(crate) text: &'m str,
    /// Where it stands.
    pub(crate) site: Site,
    pub(crate) partition: &'m str,
    pub(crate) region: &'m str,
    pub(crate) account: &'m str,
}

/// Adds those of a task, in the order of the source but for the resource, which comes first.
pub(super) fn add<'m>(state: &'m State<'m>, task: &Task<'m>, found: &mut Vec<Arn<'m>>) {
    found.extend(arn(state, task.resource));
    for field in ["Credentials", "Parameters", "Arguments"] {
        for member in state.node.get(field).and_then(Node::as_object).unwrap_or_default() {
            if let Some(arn) = arn(state, &member.value)
                && !DATA.contains(&member.key.value.as_ref())
            {
                found.push(arn);
            }
        }
    }
}

fn arn<'m>(state: &'m State<'m>, node: &'m Node<'m>) -> Option<Arn<'m>> {
    let text = node.as_str()?;
    let (partition, rest) = cut(text.strip_prefix("arn:")?, b':')?;
    let (_, rest) = cut(rest, b':')?;
    let (region, rest) = cut(rest, b':')?;
    let (account, _) = cut(rest, b':')?;
    let arn = Arn { state, text, site: node.site, partition, region, account };
    (!is_filled_in(text)).then_some(arn)
}
