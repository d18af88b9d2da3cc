//! What a machine may do with itself, as policies that are attached to its role once the machine is there.
//!
//! In the role itself this would be a circle: the machine needs its role, and the policy the machine's ARN.

use crate::iam::Policy;
use crate::kind::scope::{Resource, Scope};
use crate::object::{Object, reference};
use crate::template::limits::find_id;
use stack_core::json::Node;
use std::collections::{BTreeMap, BTreeSet};

/// The policies of a machine about itself.
#[derive(Debug)]
pub(crate) struct OwnPolicy {
    /// The machine's logical id.
    machine: String,
    /// Those of the policies.
    policies: Vec<String>,
}

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
        let machine = scope.id("StateMachine");
        scope.own_policy(OwnPolicy { machine, policies });
    }
}

/// Creates what names such a machine after its policies: a schedule could start it before it may do its work.
///
/// There is no circle in it: the policies need the machine and its role, and these are needed already.
pub(crate) fn order(resources: &mut [Resource], own: &[OwnPolicy]) {
    let machines: BTreeMap<&str, &[String]> =
        own.iter().map(|own| (own.machine.as_str(), own.policies.as_slice())).collect();
    // A role or a policy starts nothing.
    let starts = |resource: &&mut Resource| !resource.cfn_type().starts_with("AWS::IAM::");
    for resource in resources.iter_mut().filter(starts) {
        let mut found = BTreeSet::new();
        find_id(resource.properties(), &mut |id| {
            found.extend(machines.get(id).into_iter().copied().flatten().cloned());
            false
        });
        for policy in found {
            resource.depends_on(policy);
        }
    }
}
