//! What a machine may do with itself, as policies that are attached to its role once the machine is there.
//!
//! In the role itself this would be a cycle: the machine needs its role, and the policy the machine's ARN.

use crate::kind::scope::Scope;
use crate::template::object::{Object, reference};
use stack_core::json::Node;
use stack_iam::Policy;

/// Adds the policy, in as many documents as IAM wants it. Managed policies have room of their own: what a role
/// may have inside of it is short.
pub(super) fn emit(scope: &mut Scope<'_>, policy: &Policy) {
    let mut policies = Vec::new();
    for (number, document) in policy.managed().into_iter().enumerate() {
        let child = if number == 0 { "OwnPolicy".to_owned() } else { format!("OwnPolicy{}", number + 1) };
        let properties = Object::new()
            .with("PolicyDocument", document)
            .with("Roles", Node::array([reference(scope.id("Role"))]));
        scope.resource(&child, "AWS::IAM::ManagedPolicy", properties);
        policies.push(scope.id(&child));
    }
    if !policies.is_empty() {
        // A schedule could start the machine before it may do its work.
        scope.require_first(scope.id("StateMachine"), policies);
    }
}
