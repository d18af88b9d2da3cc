//! ## What it checks
//! The role that a template gives a machine stands in the partition (`aws`, `aws-cn`, ..) of what the machine's tasks call.
//!
//! ## Why
//! A role exists in one partition, so the machine runs there, and a task fails each time if its resource is of another one.
//!
//! ## Example
//! ```yaml
//! RoleArn: arn:aws-cn:iam::111122223333:role/sfn
//! Definition: { .. Resource: "arn:aws:states:::glue:startJobRun.sync" .. }
//! ```
//! Instead:
//! ```yaml
//! RoleArn: arn:aws-cn:iam::111122223333:role/sfn
//! Definition: { .. Resource: "arn:aws-cn:states:::glue:startJobRun.sync" .. }
//! ```
//!
//! ## Source
//! `The resource belongs to a different partition from the running execution`: reported in public.

use stack_core::finding::{Edit, Findings, Rule, Severity, Suggestion};
use stack_core::json::{Json, Node};

pub(crate) static RULE: Rule = Rule {
    id: "role-of-another-partition",
    severity: Severity::Deny,
    source: include_str!("role_of_another_partition.rs"),
};

/// Reports the tasks of a definition whose resource is of another partition than the role.
pub(crate) fn check(root: &Node<'_>, role: &str, out: &Findings) {
    if let Some(partition) = partition(role) {
        walk(root, partition, out);
    }
}

/// The partition of an ARN that says it.
fn partition(arn: &str) -> Option<&str> {
    let (partition, _) = arn.strip_prefix("arn:")?.split_once(':')?;
    let is_word = partition.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
    (is_word && partition.starts_with("aws")).then_some(partition)
}

fn walk(node: &Node<'_>, role: &str, out: &Findings) {
    if node.get("Type").and_then(Node::as_str) == Some("Task")
        && let Some(resource) = node.get("Resource")
        && let Some(own) = resource.as_str().and_then(partition)
        && own != role
    {
        let message =
            format!("this resource is of the partition `{own}`, but the machine's role is of `{role}`");
        let edit = Edit::part(resource.site, "arn:".len(), own.len(), role);
        out.report(&RULE, resource.site, message)
            .help(Suggestion::possible(format!("write `arn:{role}:`, or give it a role of `{own}`"), edit));
    }
    match &node.json {
        Json::Array(items) => items.iter().for_each(|item| walk(item, role, out)),
        Json::Object(members) => members.iter().for_each(|member| walk(&member.value, role, out)),
        _ => {}
    }
}
