//! The types of CloudFormation's resources and the names of their properties, from the schemas that cfn-lint ships.

use crate::pinned::{self, entries, read};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The services, the types of each, and the properties of each that a template can set.
type Services = BTreeMap<String, BTreeMap<String, BTreeSet<String>>>;

/// The text of the table, and what is in it.
pub(crate) fn make(root: &Path) -> Result<(String, String), String> {
    let (version, folder) = pinned::load(root, "cfn-lint", |_| Ok(()))?;
    let mut services = Services::new();
    // A type has a schema for each set of regions in which it is the same.
    for path in entries(&folder.join("cfnlint/data/schemas/resources"))? {
        let schema: Value =
            serde_json::from_str(&read(&path)?).map_err(|error| format!("{}: {error}", path.display()))?;
        add(&schema, &mut services);
    }
    let types = services.values().map(BTreeMap::len).sum::<usize>();
    let text = text(&services);
    let sizes =
        format!("cfn-lint {version}, {} services, {types} types, {} bytes", services.len(), text.len());
    if types < 1000 {
        return Err(format!("the schemas are not where they were: {sizes}"));
    }
    Ok((text, sizes))
}

fn add(schema: &Value, services: &mut Services) {
    let name = schema.get("typeName").and_then(Value::as_str).unwrap_or_default();
    let Some((service, kind)) = name.strip_prefix("AWS::").and_then(|name| name.split_once("::")) else {
        return;
    };
    let read_only: Vec<&str> = schema
        .get("readOnlyProperties")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    let is_settable =
        |name: &str| !read_only.iter().any(|path| path.strip_prefix("/properties/") == Some(name));
    let properties = schema.get("properties").and_then(Value::as_object).into_iter().flatten();
    let names = properties.map(|(name, _)| name.clone()).filter(|name| is_settable(name));
    services.entry(service.into()).or_default().entry(kind.into()).or_default().extend(names);
}

/// A line for each service, and below it one for each of its types: a blank, the type, and its properties.
fn text(services: &Services) -> String {
    let mut text = String::new();
    for (service, types) in services {
        text.push_str(&format!("{service}\n"));
        for (kind, properties) in types {
            text.push_str(&format!(" {kind}"));
            properties.iter().for_each(|name| text.push_str(&format!(" {name}")));
            text.push('\n');
        }
    }
    text
}
