//! What AWS says that a call needs besides the permission of its own: allowed where its parameters tell on what, noted
//! where they do not.

use super::{keys, roles};
use crate::authorization::{self, Profile};
use crate::parameters::Parameters;
use crate::requirement::{Precision, Requirement, Resource};
use stack_core::services::sdk::Action;

/// What is needed besides.
#[derive(Debug, Default)]
pub(super) struct Besides {
    /// What can be allowed.
    pub(super) allowed: Vec<Requirement>,
    /// The actions that may be needed, on what no parameter tells.
    pub(super) open: Vec<String>,
}

/// How actions begin that only look.
const READING: [&str; 6] = ["Describe", "Get", "List", "BatchGet", "Check", "Search"];

/// What a call needs besides `out`, which it needs itself; `first` is what IAM calls the call.
pub(super) fn besides(
    first: &str,
    action: &Action<'_>,
    profile: &Profile<'_>,
    parameters: &Parameters<'_>,
    out: &[Requirement],
) -> Besides {
    let mut besides = Besides::default();
    let prefix = first.split(':').next().unwrap_or_default();
    let mut looks = Vec::new();
    for dependent in &profile.dependent {
        let has = |it: &Requirement| it.actions.iter().any(|action| action.eq_ignore_ascii_case(dependent));
        if out.iter().any(has) {
            continue;
        }
        let (service, name) = dependent.split_once(':').unwrap_or_default();
        let requirement = |resources| Requirement {
            state: parameters.state.name.value.to_owned(),
            actions: vec![(*dependent).to_owned()],
            resources,
            condition: None,
            names_own_machine: false,
        };
        let known = authorization::action(dependent).map(|it| it.profile());
        if *dependent == "iam:PassRole" {
            // Without a role that is given there is none to pass.
            if !roles::are_taken(action) {
                besides.open.push((*dependent).to_owned());
            }
        } else if service == "kms" {
            if !keys::are_taken(action) {
                besides.open.push((*dependent).to_owned());
            }
        } else if *dependent == "iam:CreateServiceLinkedRole" {
            // For the first of its sort in an account.
            let text = "arn:${AWS::Partition}:iam::${AWS::AccountId}:role/aws-service-role/*";
            besides.allowed.push(requirement(vec![Resource::new(text.to_owned(), Precision::Exact)]));
        } else if service == prefix && name.contains("Tag") && !name.contains("Untag") && takes_tags(action) {
            if gives_tags(parameters) {
                besides.allowed.push(requirement(tagged(known.unwrap_or_default(), out)));
            }
        } else if is_for_what_is_not_given(name, action, parameters) {
            // Without it there is nothing to do.
        } else if known.is_some_and(|it| it.types.is_empty()) && READING.iter().any(|it| name.starts_with(it))
        {
            looks.push((*dependent).to_owned());
        } else {
            besides.open.push((*dependent).to_owned());
        }
    }
    if !looks.is_empty() {
        besides.allowed.push(Requirement {
            state: parameters.state.name.value.to_owned(),
            actions: looks,
            resources: vec![Resource::new("*".to_owned(), Precision::Exact)],
            condition: None,
            names_own_machine: false,
        });
    }
    besides
}

/// Whether an action is for what a parameter is called after that is not given: `PassCapacityProvider`, without a
/// `CapacityProviderConfig`.
fn is_for_what_is_not_given(name: &str, action: &Action<'_>, parameters: &Parameters<'_>) -> bool {
    let capital = name.char_indices().skip(1).find(|(_, letter)| letter.is_ascii_uppercase());
    let noun = capital.map_or("", |(at, _)| &name[at..]);
    // One word alone may be that of something else.
    if noun.chars().filter(char::is_ascii_uppercase).count() < 2 {
        return false;
    }
    let mut after =
        action.parameters().map(|it| it.name.to_string()).filter(|it| it.contains(noun)).peekable();
    after.peek().is_some() && after.all(|it| !parameters.has(&it))
}

fn takes_tags(action: &Action<'_>) -> bool {
    action.parameters().any(|it| is_tags(&it.name.to_string()))
}

fn gives_tags(parameters: &Parameters<'_>) -> bool {
    let members = parameters.node.and_then(|node| node.as_object()).unwrap_or_default();
    members.iter().any(|member| is_tags(member.key.value.trim_end_matches(".$")))
}

fn is_tags(name: &str) -> bool {
    name.starts_with("Tag") || name.ends_with("Tags") || name.ends_with("TagList")
}

/// What is tagged: what the call is on, if it can be; otherwise any of what can be tagged.
fn tagged(profile: Profile<'_>, out: &[Requirement]) -> Vec<Resource> {
    let types = &profile.types;
    let mut patterns = types.iter().flat_map(|it| &it.arns);
    let own = out.first().map(|it| it.resources.clone()).unwrap_or_default();
    let fits = |it: &Resource| patterns.clone().any(|pattern| super::narrow::fits(&it.text, pattern));
    if !own.is_empty() && (types.is_empty() || own.iter().all(fits)) {
        return own;
    }
    let few = patterns.clone().count() <= super::narrow::MAX_PATTERNS;
    let all = || vec![Resource::new("*".to_owned(), Precision::Exact)];
    match patterns.next() {
        Some(_) if few => {
            let patterns = types.iter().flat_map(|it| &it.arns);
            patterns.map(|it| Resource::new(it.clone(), Precision::Exact)).collect()
        }
        _ => all(),
    }
}
