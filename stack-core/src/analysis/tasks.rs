//! What Task states do.

use crate::json::interpolation::is_filled_in;
use crate::json::{Hole, Json, Node};
use crate::language::StateKind;
use crate::model::{Machine, StateId};
use crate::services::{self, Pattern};
use crate::text::cut;

/// What a Task state does. Most rules on tasks ask for the same, so it is found out once.
#[derive(Debug)]
pub(crate) struct Task<'a> {
    /// The number of the state.
    pub(crate) state: StateId,
    /// Its `Resource`.
    pub(crate) resource: &'a Node<'a>,
    /// As [`integration`].
    pub(crate) integration: Option<&'a str>,
    /// As [`waits`].
    pub(crate) waits: Option<&'static str>,
}

impl<'a> Task<'a> {
    /// The task that a Task state is.
    fn new(state: StateId, node: &'a Node<'a>) -> Option<Self> {
        let resource = node.get("Resource")?;
        Some(Task { state, resource, integration: integration(resource), waits: waits(resource) })
    }
}

/// The Task states that have a `Resource`.
pub(crate) fn tasks<'m>(machine: &'m Machine<'m>) -> Vec<Task<'m>> {
    let mut tasks = Vec::new();
    for state in &machine.states {
        if state.kind == Some(StateKind::Task) {
            tasks.extend(Task::new(state.id, state.node));
        }
    }
    tasks
}

/// Whether the resource is an activity: `arn:aws:states:region:account:activity:name`.
fn is_activity(resource: &Node<'_>) -> bool {
    let text = resource.as_str().unwrap_or_default();
    let after = |text| cut(text, b':').map_or("", |(_, rest)| rest);
    let of_states = text.strip_prefix("arn:").and_then(|rest| after(rest).strip_prefix("states:"));
    of_states.is_some_and(|rest| after(after(rest)).starts_with("activity:"))
}

/// The integration that a resource is, with its suffix: `sqs:sendMessage.waitForTaskToken`.
/// Nothing if CloudFormation fills in a part of it.
pub(crate) fn integration<'n>(resource: &'n Node<'_>) -> Option<&'n str> {
    services::of_resource(resource).filter(|name| !is_filled_in(name))
}

/// What a task waits for besides the answer to its call, if anything. An integration does not wait in a way
/// that it does not have.
pub(crate) fn waits(resource: &Node<'_>) -> Option<&'static str> {
    let text = match &resource.json {
        Json::String(text) | Json::Hole(Hole::Integration(text)) => text,
        _ => return None,
    };
    let Some(pattern) = Pattern::ALL.into_iter().find(|pattern| text.ends_with(pattern.suffix())) else {
        return is_activity(resource).then_some("an activity");
    };
    let name = integration(resource).map(|name| services::split(name).0);
    if name.is_some_and(|name| !services::may_have(name, pattern)) {
        return None;
    }
    Some(match pattern {
        Pattern::Sync | Pattern::Sync2 => "`.sync`",
        Pattern::Token => "`.waitForTaskToken`",
    })
}
