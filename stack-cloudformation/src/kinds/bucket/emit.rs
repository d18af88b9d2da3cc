//! The CloudFormation resource of a bucket.

use super::properties::{BucketProperties, Transitions, days};
use crate::kind::scope::Scope;
use crate::kinds::properties::cors::Words;
use crate::kinds::properties::tags::tags;
use crate::references::value::Pairs;
use crate::template::object::{Object, get_att, reference};
use stack_core::json::Node;

pub(super) fn emit(properties: &BucketProperties, scope: &mut Scope<'_>) {
    let default = Object::new().with("SSEAlgorithm", properties.encryption);
    let encryption = Object::new()
        .with("ServerSideEncryptionByDefault", default)
        // One key of KMS for the bucket rather than a call for each object.
        .maybe("BucketKeyEnabled", (properties.encryption == "aws:kms").then_some(true));
    let closed = ["BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets"];
    let closed = closed.iter().fold(Object::new(), |object, name| object.with(*name, true));
    let rules = lifecycle(properties);
    let notifications = properties.enable_event_bus_notifications.then(|| {
        Object::new().with("EventBridgeConfiguration", Object::new().with("EventBridgeEnabled", true))
    });
    let bucket = Object::new()
        .maybe("BucketName", properties.name)
        .with(
            "BucketEncryption",
            Object::new().with("ServerSideEncryptionConfiguration", Node::array([encryption])),
        )
        .with("PublicAccessBlockConfiguration", closed)
        .maybe(
            "VersioningConfiguration",
            properties.versioning.then(|| Object::new().with("Status", "Enabled")),
        )
        .maybe(
            "LifecycleConfiguration",
            (!rules.is_empty()).then(|| Object::new().with("Rules", Node::array(rules))),
        )
        .maybe("NotificationConfiguration", notifications)
        .maybe("CorsConfiguration", cors(properties))
        .maybe("Tags", tags(scope, properties.tags));
    scope.resource("Bucket", "AWS::S3::Bucket", bucket).deletion_policy(properties.deletion_policy);
    scope.output("BucketName", reference(scope.id("Bucket")), "The bucket's name");
    scope.minor_output("BucketArn", get_att(scope.id("Bucket"), "Arn"), "The bucket's ARN");
}

fn cors(properties: &BucketProperties) -> Option<Object> {
    let list = |words: Words| Node::array(words.iter().copied());
    let exposed = properties.cors_exposed_headers;
    let rule = Object::new()
        .with("AllowedOrigins", list(properties.cors_allowed_origins))
        .with("AllowedMethods", list(properties.cors_allowed_methods))
        .with("AllowedHeaders", list(properties.cors_allowed_headers))
        .maybe("ExposedHeaders", (!exposed.is_empty()).then(|| list(exposed)))
        .maybe("MaxAge", properties.cors_max_age.map(i64::from));
    properties.cors.then(|| Object::new().with("CorsRules", Node::array([rule])))
}

fn lifecycle(properties: &BucketProperties) -> Vec<Object> {
    let mut rules = Vec::new();
    let mut each = |pairs: Pairs, member: &'static str, wrapped: Option<&'static str>| {
        for (prefix, after) in pairs {
            let after = days(*after);
            rules.push(match wrapped {
                Some(name) => rule(prefix).with(member, Object::new().with(name, after)),
                None => rule(prefix).with(member, after),
            });
        }
    };
    each(properties.expiration, "ExpirationInDays", None);
    each(properties.non_current_version_expiration, "NoncurrentVersionExpiration", Some("NoncurrentDays"));
    let mut each = |transitions: Transitions, member: &'static str| {
        for (prefix, class, after) in transitions {
            let to = Object::new().with("StorageClass", *class).with("TransitionInDays", days(*after));
            rules.push(rule(prefix).with(member, Node::array([to])));
        }
    };
    each(properties.class_transition, "Transitions");
    each(properties.non_current_version_class_transition, "NoncurrentVersionTransitions");
    if let Some(after) = properties.abort_incomplete_multipart_upload {
        let upload = Object::new().with("DaysAfterInitiation", i64::from(after));
        rules.push(rule("").with("AbortIncompleteMultipartUpload", upload));
    }
    rules
}

/// A rule for the objects of that prefix.
fn rule(prefix: &'static str) -> Object {
    Object::new().with("Status", "Enabled").maybe("Prefix", (!prefix.is_empty()).then_some(prefix))
}
