//! Actions of the AWS SDK: what the core's table knows of them, and ARNs that their parameters say.

use super::given::{Given, Parameters};
use super::need::{Need, Resource, Width};
use super::task;
use stack_core::services::grant::{On, When};
use stack_core::services::sdk;
use stack_core::services::sdk::iam::Permission;

/// Adds what an action of the SDK needs, `aws-sdk:s3:getObject`; false if that is not known.
pub(super) fn needs(name: &str, parameters: Parameters<'_>, out: &mut Vec<Need>) -> bool {
    let Some((service, action)) = name.strip_prefix("aws-sdk:").and_then(|name| name.split_once(':')) else {
        return false;
    };
    let found = sdk::service(service).and_then(|service| Some((service, service.action(action)?)));
    let Some(permissions) = found.and_then(|(service, action)| sdk::iam::permissions(&service, &action))
    else {
        return false;
    };
    let before = out.len();
    let need = |permission: &Permission| task::need(permission, parameters, "");
    out.extend(permissions.iter().filter_map(need));
    if let Some(first) = permissions.into_iter().next().filter(|_| out.len() == before) {
        // No parameter is given that would name what it is on: it may be anything.
        out.extend(need(&Permission { on: UNNAMED, when: When::Always, ..first }));
    }
    if !CREATING.iter().any(|verb| action.starts_with(verb)) {
        out.iter_mut().skip(before).for_each(|need| narrow(need, parameters));
    }
    true
}

const UNNAMED: &[On] = &[On::Unseen("*", "what it is on")];

/// How actions begin whose resource is not there before them: an ARN in their parameters is that of another.
const CREATING: [&str; 7] = ["copy", "create", "import", "put", "register", "run", "start"];

/// Puts the resources whose ARNs the parameters say where the table knows none.
fn narrow(need: &mut Need, parameters: Parameters<'_>) {
    if !need.resources.iter().all(Resource::is_all) {
        return;
    }
    let service = need.actions.first().and_then(|action| action.split(':').next()).unwrap_or_default();
    let members = parameters.node.and_then(|node| node.as_object()).unwrap_or_default();
    let names = members.iter().map(|member| member.key.value.trim_end_matches(".$"));
    let names = names.filter(|name| ["Arn", "ARN"].iter().any(|end| name.ends_with(end)));
    let mut resources = Vec::new();
    // A role is one of another service, whatever its name says.
    for given in names.filter(|name| !name.contains("Role")).flat_map(|name| parameters.given(name)) {
        match &given {
            Given::Text { text, .. } if text == "*" => {
                resources.push(Resource::new(text.clone(), Width::Unseen("what it is on")));
            }
            Given::Text { text, .. } if text.starts_with("arn:") => {
                if text.split(':').nth(2) == Some(service) {
                    resources.push(Resource::new(text.clone(), Width::Exact));
                }
            }
            given => resources.extend(given.text().map(|(text, _)| Resource::new(text, Width::Exact))),
        }
    }
    if !resources.is_empty() {
        need.resources = resources;
    }
}
