//! The CloudFormation resource of a table.

use super::properties::{Key, TableProperties, type_of};
use crate::kind::scope::Scope;
use crate::kinds::properties::tags::tags;
use crate::template::object::{Object, get_att, reference};
use stack_core::json::Node;

/// A `Table` rather than a `GlobalTable`: it has no replicas, and every tool knows it.
pub(super) fn emit(properties: &TableProperties, scope: &mut Scope<'_>) {
    let indexes: Vec<(&str, Vec<Key>)> = properties
        .secondary_indexes
        .iter()
        .map(|(name, keys)| (*name, keys.iter().map(|(name, kind)| (*name, type_of(*kind))).collect()))
        .collect();
    let own: Vec<Key> = properties.partition_key.into_iter().chain(properties.sort_key).collect();
    let units = throughput(properties);
    let secondary = indexes.iter().map(|(name, keys)| {
        Object::new()
            .with("IndexName", *name)
            .with("KeySchema", schema(keys))
            .with("Projection", projection(properties, name))
            .maybe("ProvisionedThroughput", units.clone())
    });
    let secondary: Vec<Object> = secondary.collect();
    let recovery = properties
        .enable_point_in_time_recovery
        .then(|| Object::new().with("PointInTimeRecoveryEnabled", true));
    let stream = properties.stream_type.map(|view| Object::new().with("StreamViewType", view));
    let ttl = properties.ttl.map(|name| Object::new().with("AttributeName", name).with("Enabled", true));
    let table = Object::new()
        .maybe("TableName", properties.name)
        .with("AttributeDefinitions", attributes(&own, &indexes))
        .with("KeySchema", schema(&own))
        .with("BillingMode", if units.is_some() { "PROVISIONED" } else { "PAY_PER_REQUEST" })
        .maybe("ProvisionedThroughput", units)
        .maybe("GlobalSecondaryIndexes", (!secondary.is_empty()).then(|| Node::array(secondary)))
        .maybe("PointInTimeRecoverySpecification", recovery)
        .maybe("StreamSpecification", stream)
        .maybe("TimeToLiveSpecification", ttl)
        .maybe("Tags", tags(scope, properties.tags));
    scope.resource("Table", "AWS::DynamoDB::Table", table).deletion_policy(properties.deletion_policy);
    scope.output("TableName", reference(scope.id("Table")), "The table's name");
    scope.minor_output("TableArn", get_att(scope.id("Table"), "Arn"), "The table's ARN");
}

/// The attributes of all keys, each once.
fn attributes(own: &[Key], indexes: &[(&str, Vec<Key>)]) -> Node<'static> {
    let mut keys = own.to_vec();
    for (_, of_index) in indexes {
        keys.extend_from_slice(of_index);
    }
    let mut seen = Vec::new();
    let mut list = Vec::new();
    for (name, kind) in &keys {
        if !seen.contains(name) {
            seen.push(*name);
            let letter = match *kind {
                "number" => "N",
                "binary" => "B",
                _ => "S",
            };
            list.push(Object::new().with("AttributeName", *name).with("AttributeType", letter));
        }
    }
    Node::array(list)
}

fn schema(keys: &[Key]) -> Node<'static> {
    let roles = ["HASH", "RANGE"];
    let keys = keys.iter().zip(roles);
    Node::array(
        keys.map(|((name, _), role)| Object::new().with("AttributeName", *name).with("KeyType", role)),
    )
}

fn projection(properties: &TableProperties, index: &str) -> Object {
    match properties.index_projections.iter().find(|(name, _)| *name == index) {
        None => Object::new().with("ProjectionType", "ALL"),
        Some((_, [])) => Object::new().with("ProjectionType", "KEYS_ONLY"),
        Some((_, attributes)) => Object::new()
            .with("ProjectionType", "INCLUDE")
            .with("NonKeyAttributes", Node::array(attributes.iter().copied())),
    }
}

fn throughput(properties: &TableProperties) -> Option<Object> {
    let (read, write) = properties.read_units.zip(properties.write_units)?;
    let units = Object::new().with("ReadCapacityUnits", i64::from(read));
    Some(units.with("WriteCapacityUnits", i64::from(write)))
}
