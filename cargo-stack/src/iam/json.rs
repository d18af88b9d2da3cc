//! All that is known of the roles, for programs.

use super::role::Role;
use stack_core::json::Node;
use stack_core::json::Object;
use stack_core::json::write;
use stack_iam::{Precision, Requirement, Resource};

/// An array with an object for each role.
pub(super) fn text(roles: &[Role]) -> String {
    write::pretty(&Node::array(roles.iter().map(role)), &mut |_, _| {}) + "\n"
}

fn role(role: &Role) -> Node<'static> {
    let unknown = role.derived.unknown.iter().map(|(state, integration)| {
        Object::new().with("state", state.clone()).with("integration", integration.clone()).node()
    });
    let mut doubts = Vec::new();
    for doubt in &role.derived.doubts {
        doubts.push(Object::new().with("state", doubt.state.clone()).with("doubt", doubt.text()).node());
    }
    Object::new()
        .with("file", role.file.clone())
        .maybe("machine", role.machine.clone())
        .with("policy", role.policy())
        .with("needs", Node::array(role.derived.requirements.iter().map(requirement)))
        .with("unknown", Node::array(unknown))
        .maybe("doubts", (!doubts.is_empty()).then(|| Node::array(doubts)))
        .node()
}

fn requirement(requirement: &Requirement) -> Node<'static> {
    Object::new()
        .with("state", requirement.state.clone())
        .with("actions", Node::array(requirement.actions.iter().cloned()))
        .with("resources", Node::array(requirement.resources.iter().map(resource)))
        .maybe("condition", requirement.condition.clone())
        .node()
}

fn resource(resource: &Resource) -> Node<'static> {
    let (precision, because) = match &resource.precision {
        Precision::Exact => ("exact", None),
        Precision::Dynamic(parameter) => ("computed", Some(parameter)),
        Precision::Unparsed(parameter) => ("unread", Some(parameter)),
        Precision::Implicit(omission) => ("unseen", Some(omission)),
    };
    Object::new()
        .with("resource", resource.node.clone())
        .with("width", precision)
        .maybe("because", because.map(|it| it.clone().into_owned()))
        .node()
}
