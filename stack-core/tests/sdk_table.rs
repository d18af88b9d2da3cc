//! The table of the AWS SDK says what botocore's models say: some of it written down here, and all of it where another
//! reader's findings are there.

mod checking;

use serde_json::Value;
use stack_core::services::sdk::{self, Bounds, Kind, Shape, Type};

/// Actions of all sorts: service, action, exceptions' prefix, parameters that are required, and one that is not.
const ACTIONS: &[(&str, &str, &str, &[&str], &str)] = &[
    ("accessanalyzer", "validatePolicy", "AccessAnalyzer", &["PolicyDocument", "PolicyType"], "Locale"),
    ("cloudformation", "createStack", "CloudFormation", &["StackName"], "TemplateURL"),
    ("dynamodb", "batchWriteItem", "DynamoDb", &["RequestItems"], "ReturnConsumedCapacity"),
    ("ec2", "describeInstances", "Ec2", &[], "InstanceIds"),
    ("glue", "startCrawler", "Glue", &["Name"], ""),
    ("lambda", "invoke", "Lambda", &["FunctionName"], "Payload"),
    (
        "organizations",
        "moveAccount",
        "Organizations",
        &["AccountId", "DestinationParentId", "SourceParentId"],
        "",
    ),
    ("s3", "copyObject", "S3", &["Bucket", "CopySource", "Key"], "ContentType"),
    ("s3", "getObject", "S3", &["Bucket", "Key"], "VersionId"),
    ("sfn", "sendTaskSuccess", "Sfn", &["Output", "TaskToken"], ""),
    ("sqs", "sendMessage", "Sqs", &["MessageBody", "QueueUrl"], "DelaySeconds"),
    ("transcribe", "startTranscriptionJob", "Transcribe", &["Media", "TranscriptionJobName"], "LanguageCode"),
    ("xray", "putTraceSegments", "XRay", &["TraceSegmentDocuments"], ""),
];

#[test]
fn actions_have_their_parameters() {
    for (service, action, prefix, required, more) in ACTIONS {
        let known = sdk::service(service).unwrap_or_else(|| panic!("{service} is missing"));
        assert_eq!(known.exception_prefix, *prefix, "{service}");
        let found = known.action(action).unwrap_or_else(|| panic!("{service}:{action} is missing"));
        let mut names: Vec<_> =
            found.parameters().filter(|it| it.required).map(|it| it.name.to_string()).collect();
        names.sort_unstable();
        assert_eq!(names, *required, "{service}:{action}");
        let optional = |it: &str| found.parameters().any(|known| known.name == *it && !known.required);
        assert!(more.is_empty() || optional(more), "{service}:{action} {more}");
    }
    assert!(sdk::service("S3").is_none() && sdk::service("s").is_none() && sdk::service("").is_none());
    assert!(
        sdk::service("s3").is_some_and(|s3| s3.action("getobject").is_none() && s3.action("zzz").is_none())
    );
}

#[test]
fn services_and_actions_are_found_by_their_names_and_sorted() {
    let mut before = String::new();
    let mut actions = 0;
    for service in sdk::table().services() {
        assert!(before.as_str() < service.name, "{before} {}", service.name);
        before = service.name.to_string();
        assert!(
            sdk::service(&before).is_some_and(|found| found.exception_prefix == service.exception_prefix)
        );
        let mut before = String::new();
        for action in service.actions() {
            let name = action.name.to_string();
            assert!(before < name, "{}: {before} {name}", service.name);
            let found = service.action(&name).unwrap_or_else(|| panic!("{}:{name}", service.name));
            assert!(found.parameters().count() == action.parameters().count());
            before = name;
            actions += 1;
        }
    }
    assert!(actions > 15_000, "{actions} actions");
}

/// Where it is, the other reader's table adds all the rest.
#[test]
fn the_table_agrees_with_the_reference() {
    let Some(path) = checking::shared("reference/sdk-table.json") else { return };
    let reference: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let services = reference.as_object().unwrap();
    assert_eq!(sdk::table().services().count(), services.len());
    let mut actions = 0;
    for (name, service) in services {
        let ours = sdk::service(name).unwrap_or_else(|| panic!("{name} is missing"));
        assert_eq!(ours.exception_prefix, service["exceptionPrefix"]);
        assert!(ours.iam_prefix.is_none_or(|prefix| prefix == service["iamPrefix"]), "{name}");
        for (action, expected) in service["actions"].as_object().unwrap() {
            let Some(found) = ours.action(action) else {
                assert!(sdk::is_unsupported(&format!("{name}:{action}")), "{name}:{action}");
                continue;
            };
            let list = |key: &str| {
                let mut names: Vec<_> = expected[key].as_array().unwrap().iter().map(text).collect();
                names.sort_unstable();
                names
            };
            let mut members: Vec<_> = found.parameters().map(|it| it.name.to_string()).collect();
            members.sort_unstable();
            assert_eq!(members, list("members"), "{name}:{action}");
            let mut required: Vec<_> =
                found.parameters().filter(|it| it.required).map(|it| it.name.to_string()).collect();
            required.sort_unstable();
            assert_eq!(required, list("required"), "{name}:{action}");
        }
        actions += ours.actions().count();
    }
    println!("{} services and {actions} actions agree", services.len());
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

/// What stands at the end of a path of names, through lists and maps.
fn shape(call: &str, path: &[&str]) -> Option<Shape<'static>> {
    let mut structure = sdk::action(call)?.structure();
    let mut found = None;
    for name in path {
        let mut shape = structure.parameter(name)?.shape;
        found = Some(shape);
        loop {
            shape = match shape.resolve() {
                Type::Structure(inner) => {
                    structure = inner;
                    break;
                }
                Type::List { item, .. } => item,
                Type::Map { value, .. } => value,
                _ => break,
            };
        }
    }
    found
}

#[test]
fn names_are_known_to_any_depth() {
    for (call, path) in [
        ("ecs:runTask", &["Overrides", "ContainerOverrides", "Environment", "Name"][..]),
        ("dynamodb:putItem", &["Item", "M", "L", "Bool"]),
        ("dynamodb:transactWriteItems", &["TransactItems", "Put", "Item", "Ns"]),
        ("eventbridge:putEvents", &["Entries", "DetailType"]),
        ("rds:createDBInstance", &["Tags", "Key"]),
        ("ec2:runInstances", &["BlockDeviceMappings", "Ebs", "VolumeSize"]),
    ] {
        assert!(shape(call, path).is_some(), "{call} {path:?}");
    }
    for (call, path) in [
        ("ecs:runTask", &["Overrides", "ContainerOverrides", "Environment", "name"][..]),
        ("dynamodb:putItem", &["Item", "BOOL"]),
        ("eventbridge:putEvents", &["Entries", "Zzz"]),
    ] {
        assert!(shape(call, path).is_none(), "{call} {path:?}");
    }
}

#[test]
fn what_values_can_be() {
    let is = |call, path: &[&str]| shape(call, path).map(|shape| shape.resolve());
    let bounds = |least, most| Bounds { least, most };
    let Some(Type::Number { range, whole: true }) = is("sqs:sendMessage", &["DelaySeconds"]) else {
        panic!()
    };
    assert_eq!(range, bounds(Some(0), Some(900)));
    let Some(Type::Number { range, .. }) = is("lambda:createFunction", &["MemorySize"]) else { panic!() };
    assert_eq!(range.least, Some(128));
    let Some(Type::List { length, item }) = is("eventbridge:putEvents", &["Entries"]) else { panic!() };
    assert_eq!((length, item.kind), (bounds(Some(1), Some(10)), Kind::Object));
    let Some(Type::Text(kind)) = is("ssm:putParameter", &["Type"]) else { panic!() };
    assert!(kind.allows("SecureString") && !kind.allows("securestring"));
    assert_eq!(kind.words().unwrap().len(), 3);
    let Some(Type::Text(name)) = is("sfn:startExecution", &["Name"]) else { panic!() };
    assert_eq!((name.length, name.stray("a b")), (bounds(Some(1), Some(80)), None));
    assert!(name.words().is_none());
    let Some(Type::Text(bucket)) = is("transcribe:startTranscriptionJob", &["OutputBucketName"]) else {
        panic!()
    };
    assert_eq!((bucket.stray("a-1"), bucket.stray("aB"), bucket.stray("ä")), (None, Some('B'), Some('ä')));
    let source = &["DataSource", "S3Config", "RoleArn"];
    let Some(Type::Text(role)) = is("forecast:createDatasetImportJob", source) else { panic!() };
    assert_eq!(role.start, "arn:");
    assert!(matches!(is("kinesis:putRecord", &["Data"]), Some(Type::Kind)));
}

/// A look-up by name finds what going through all finds.
#[test]
fn members_are_found_by_their_names() {
    for service in sdk::table().services().step_by(7) {
        for action in service.actions() {
            let structure = action.structure();
            let mut required = Vec::new();
            for parameter in structure.parameters() {
                let name = parameter.name.to_string();
                let found = structure.parameter(&name).unwrap();
                assert_eq!((found.required, found.shape.kind), (parameter.required, parameter.shape.kind));
                assert!(
                    structure
                        .parameter(&name.to_uppercase())
                        .is_none_or(|it| it.name == *name.to_uppercase())
                );
                if parameter.required {
                    required.push(name);
                }
            }
            let found: Vec<String> = structure.missing(&[]).iter().map(|it| it.name.to_string()).collect();
            assert_eq!(found, required);
        }
    }
}

/// The table is part of every build of a user.
#[test]
fn the_table_is_small() {
    let size = include_bytes!("../src/services/sdk/table.bin").len();
    assert!(size <= 1_100_000, "{size} bytes");
}
