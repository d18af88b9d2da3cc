//! The CloudFormation resource of a table.

use super::properties::{Key, TableProperties, type_of};
use crate::kind::scope::Scope;
use crate::kinds::properties::tags::tags;
use crate::template::object::{Object, get_att, reference};
use stack_core::json::Node;

/// A `Table` rather than a `GlobalTable`: it has no replicas, and every tool knows it.
pub(super) fn emit(properties: &TableProperties, scope: &mut Scope<'_>) {
    let mut indexes = Vec::new();
    for (name, of_index) in properties.secondary_indexes {
        let mut keys = Vec::new();
        for (name, kind) in *of_index {
            keys.push((*name, type_of(*kind)));
        }
        indexes.push((*name, keys));
    }
    let mut own = Vec::new();
    own.extend_from_slice(properties.partition_key.as_slice());
    own.extend_from_slice(properties.sort_key.as_slice());
    let units = throughput(properties);
    let mut secondary = Vec::new();
    for (name, keys) in &indexes {
        let index = Object::new()
            .with("IndexName", *name)
            .with("KeySchema", schema(keys))
            .with("Projection", projection(properties, name))
            .maybe("ProvisionedThroughput", units.clone());
        secondary.push(index);
    }
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
    let mut schema = Vec::new();
    for (index, (name, _)) in keys.iter().enumerate() {
        let role = if index == 0 { "HASH" } else { "RANGE" };
        schema.push(Object::new().with("AttributeName", *name).with("KeyType", role));
    }
    Node::array(schema)
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
