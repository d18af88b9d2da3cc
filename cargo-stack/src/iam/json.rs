//! All that is known of the roles, for programs.

use super::Role;
use stack_cloudformation::iam::{Need, Resource, Width};
use stack_cloudformation::object::Object;
use stack_core::json::{Node, write};

/// An array with an object for each role.
pub(super) fn text(roles: &[Role]) -> String {
    write::pretty(&Node::array(roles.iter().map(role)), &mut |_, _| {}) + "\n"
}

fn role(role: &Role) -> Node<'static> {
    let unknown = role.derived.unknown.iter().map(|(state, integration)| {
        Object::new().with("state", state.clone()).with("integration", integration.clone()).node()
    });
    Object::new()
        .with("file", role.file.clone())
        .maybe("machine", role.machine.clone())
        .with("policy", role.policy())
        .with("needs", Node::array(role.derived.needs.iter().map(need)))
        .with("unknown", Node::array(unknown))
        .node()
}

fn need(need: &Need) -> Node<'static> {
    Object::new()
        .with("state", need.state.clone())
        .with("actions", Node::array(need.actions.iter().cloned()))
        .with("resources", Node::array(need.resources.iter().map(resource)))
        .maybe("condition", need.condition.clone())
        .node()
}

fn resource(resource: &Resource) -> Node<'static> {
    let (width, parameter) = match resource.width {
        Width::Exact => ("exact", None),
        Width::Computed(parameter) => ("computed", Some(parameter)),
        Width::Unread(parameter) => ("unread", Some(parameter)),
        Width::Unseen(what) => ("unseen", Some(what)),
    };
    Object::new()
        .with("resource", resource.node.clone())
        .with("width", width)
        .maybe("because", parameter)
        .node()
}
