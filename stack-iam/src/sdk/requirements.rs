//! What calls of the AWS SDK require: what the tables know of an action, and what its parameters name.

use super::dependent::besides;
use super::narrow::narrow;
use super::{keys, permissions, roles};
use crate::authorization;
use crate::doubt::{Doubt, Open};
use crate::grant::{Permission, Target, When};
use crate::parameters::Parameters;
use crate::requirement::Requirement;
use crate::resolve;
use stack_core::services::sdk::{self, Action, Service};

/// Adds what an action of the SDK requires, `aws-sdk:s3:getObject`, and what it may need besides; false if that is not
/// known.
pub(crate) fn add_requirements(
    name: &str,
    parameters: Parameters<'_>,
    requirements: &mut Vec<Requirement>,
    doubts: &mut Vec<Doubt>,
) -> bool {
    let Some((service, action)) = find(name) else { return false };
    let Some(permissions) = permissions(&service, &action) else { return false };
    let Some(first) = permissions.first().and_then(|it| it.actions.first()).cloned() else { return true };
    let mut out = own(&permissions, parameters);
    let known = authorization::action(&first);
    let profile = known.as_ref().map(|it| it.profile()).unwrap_or_default();
    for requirement in out.iter_mut().filter(|it| it.actions.first() == Some(&first)) {
        narrow(requirement, &action, &profile, &parameters);
    }
    if !permissions.iter().any(Permission::passes) {
        out.extend(roles::requirements(&service, &action, &profile, &parameters));
    }
    let mut is_guess = false;
    if !permissions.iter().any(Permission::uses_key) {
        let (of_keys, guess) = keys::requirements(&service, &action, &profile, &parameters);
        out.extend(of_keys);
        is_guess = guess;
    }
    let besides = besides(&first, &action, &profile, &parameters, &out);
    out.extend(besides.allowed);
    requirements.extend(out);
    let mut doubt = |open, actions| {
        let (state, call) =
            (parameters.state.name.value.to_owned(), format!("{}:{}", service.name, action.name));
        doubts.push(Doubt { state, call, open, actions });
    };
    if known.is_none() {
        doubt(Open::Name, vec![first]);
    }
    if is_guess {
        doubt(Open::Key, Vec::new());
    }
    if !besides.open.is_empty() {
        doubt(Open::Resource, besides.open);
    }
    true
}

/// What the tables say that a call needs.
fn own(permissions: &[Permission], parameters: Parameters<'_>) -> Vec<Requirement> {
    let mut out = Vec::new();
    // Roles, secrets and files are of other services.
    let service_of =
        |permission: &Permission| permission.actions.first()?.split(':').next().map(str::to_owned);
    let own = permissions.first().and_then(service_of);
    let mut named = false;
    for permission in permissions {
        let found = resolve::requirements(permission, parameters, "");
        named |= !found.is_empty() && service_of(permission) == own;
        out.extend(found);
    }
    if let Some(first) = permissions.first().filter(|_| !named) {
        // No parameter is given that would name what it is on: it may be anything.
        let anything = Permission { on: ANYTHING, when: When::Always, ..first.clone() };
        out.extend(resolve::requirements(&anything, parameters, ""));
    }
    out
}

fn find(name: &str) -> Option<(Service<'static>, Action<'static>)> {
    let (service, action) = name.strip_prefix("aws-sdk:")?.split_once(':')?;
    let service = sdk::service(service)?;
    Some((service, service.action(action)?))
}

const ANYTHING: &[Target] = &[Target::Implicit("*", "what it is on")];
