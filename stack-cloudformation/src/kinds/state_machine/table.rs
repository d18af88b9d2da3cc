//! What tasks ask of a table of the stack: an item by its key, with values of the key's types, and an index that it has.
//! Anything else would fail in every execution.

use crate::template::resource::Resource;
use crate::template::{Emitted, Task};
use stack_core::json::Node;

/// An attribute of a key: its name, and `S`, `N` or `B`.
type Attribute<'a> = (&'a str, &'a str);

/// What a task wants of a table that the table does not have.
pub(super) fn fault(task: &Task<'_>, emitted: &Emitted<'_>) -> Option<String> {
    let integration = task.integration()?;
    let of_tables = integration.strip_prefix("aws-sdk:").unwrap_or(integration).starts_with("dynamodb:");
    if of_tables { in_request(task, task.parameters()?, emitted) } else { None }
}

/// A transaction has requests inside.
fn in_request(task: &Task<'_>, node: &Node<'_>, emitted: &Emitted<'_>) -> Option<String> {
    for item in node.as_array().unwrap_or_default() {
        if let Some(fault) = in_request(task, item, emitted) {
            return Some(fault);
        }
    }
    let members = node.as_object()?;
    if let Some(table) = node.get("TableName").and_then(|name| task.reference_at(name))
        && let Some(resource) = emitted.resource(&table.logical_id)
        && let Some(fault) = of_table(task, node, resource, table.param.resource)
    {
        return Some(fault);
    }
    // What is in an item or a key is the user's own.
    let own = ["Item", "Key", "ExpressionAttributeValues", "ExpressionAttributeNames"];
    let inner = members.iter().filter(|member| !own.contains(&member.key.value.as_ref()));
    inner.map(|member| &member.value).find_map(|value| in_request(task, value, emitted))
}

fn of_table(task: &Task<'_>, request: &Node<'_>, resource: &Resource, table: &str) -> Option<String> {
    let state = task.state();
    if let Some(index) = request.get("IndexName").and_then(Node::as_str).filter(|name| !is_computed(name)) {
        let indexes = indexes(resource)?;
        if !indexes.contains(&index) {
            let help = match indexes.as_slice() {
                [] => "it has none: add it to its `secondary_indexes`".to_owned(),
                _ => format!("its indexes are {}", names(&indexes)),
            };
            return Some(format!(
                "the state `{state}` reads the index `{index}` that `{table}` does not have\nhelp: {help}"
            ));
        }
    }
    let key = key(resource)?;
    let (of, values) = match (request.get("Key"), request.get("Item")) {
        (Some(values), _) => ("Key", values),
        (None, Some(values)) => ("Item", values),
        (None, None) => return None,
    };
    let values = values.as_object()?;
    let fault = |text: String| {
        let parts: Vec<String> =
            key.iter().map(|(name, letter)| format!("`{name}` ({})", label(letter))).collect();
        Some(format!("the state `{state}` {text}\nhelp: the key of `{table}` is {}", parts.join(" and ")))
    };
    for (name, letter) in &key {
        let plain = values
            .iter()
            .find(|member| member.key.value.strip_suffix(".$").unwrap_or(&member.key.value) == *name);
        let Some(member) = plain else {
            return fault(format!("names no `{name}` in the `{of}` of an item of `{table}`"));
        };
        let [value] = member.value.as_object().unwrap_or_default() else { continue };
        let given = value.key.value.strip_suffix(".$").unwrap_or(&value.key.value);
        if given != *letter {
            return fault(format!("gives `{name}` as `{given}`, which is `{letter}` in `{table}`"));
        }
    }
    if of == "Key" {
        for member in values {
            let name = member.key.value.strip_suffix(".$").unwrap_or(&member.key.value);
            if key.iter().all(|(known, _)| *known != name) {
                return fault(format!(
                    "has `{name}` in the `Key` of an item of `{table}`, which is no part of it"
                ));
            }
        }
    }
    None
}

/// The key of a table, if all of it is known.
fn key(table: &Resource) -> Option<Vec<Attribute<'_>>> {
    let definitions = table.properties().get("AttributeDefinitions")?.as_array()?;
    let mut key = Vec::new();
    for part in table.properties().get("KeySchema")?.as_array()? {
        let name = part.get("AttributeName")?.as_str()?;
        let is_it = |it: &&Node<'_>| it.get("AttributeName").and_then(Node::as_str) == Some(name);
        key.push((name, definitions.iter().find(is_it)?.get("AttributeType")?.as_str()?));
    }
    Some(key)
}

/// The names of a table's indexes, if all of them are known.
fn indexes(table: &Resource) -> Option<Vec<&str>> {
    let mut names = Vec::new();
    for list in ["GlobalSecondaryIndexes", "LocalSecondaryIndexes"] {
        let Some(list) = table.properties().get(list) else { continue };
        for index in list.as_array()? {
            names.push(index.get("IndexName")?.as_str()?);
        }
    }
    Some(names)
}

fn label(letter: &str) -> &'static str {
    match letter {
        "N" => "number",
        "B" => "binary",
        _ => "string",
    }
}

fn is_computed(text: &str) -> bool {
    text.starts_with("{%") || text.contains("${")
}

fn names(names: &[&str]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}
