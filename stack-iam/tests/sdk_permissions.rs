//! What the role of a machine may do for actions of the AWS SDK.

use stack_core::finding::Findings;
use stack_core::language::MachineType;
use stack_core::model::Machine;
use stack_iam::{Derived, OwnMachine, policy};

/// What a task with these parameters needs, and the notes about it.
fn needs(action: &str, parameters: &str) -> (Vec<String>, Vec<String>) {
    let text = format!(
        r#"{{ "StartAt": "a", "States": {{ "a": {{ "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:{action}",
            "Parameters": {parameters}, "End": true }} }} }}"#
    );
    let out = Findings::new();
    let root = stack_core::read(&text, &[], &out);
    assert!(out.finish().is_empty(), "{text}");
    let derived =
        Derived::new(&Machine::new(&root, MachineType::Standard), &[], &OwnMachine::in_file(Some("M")));
    assert!(derived.unknown.is_empty(), "{:?}", derived.unknown);
    let mut notes: Vec<String> = derived.requirements.iter().flat_map(|it| it.notes()).collect();
    notes.extend(derived.doubts.iter().map(|doubt| doubt.text()));
    let Some(document) = policy(derived.requirements.iter()).documents().into_iter().next() else {
        return (Vec::new(), notes);
    };
    let text = stack_core::json::write::compact(&document, &mut |_, _| {});
    let document: serde_json::Value = serde_json::from_str(&text).unwrap();
    let texts = |value: &serde_json::Value| -> String {
        let text =
            |it: &serde_json::Value| it.as_str().or_else(|| it["Fn::Sub"].as_str()).unwrap_or("?").to_owned();
        value.as_array().unwrap().iter().map(text).collect::<Vec<_>>().join(" ")
    };
    let here = "${AWS::Region}:${AWS::AccountId}";
    let statement = |it: &serde_json::Value| {
        let on = texts(&it["Resource"]).replace("arn:${AWS::Partition}:", "").replace(here, "");
        let condition = it.get("Condition").map(|condition| format!(" if {condition}")).unwrap_or_default();
        format!("{} on {on}{condition}", texts(&it["Action"]))
    };
    (document["Statement"].as_array().unwrap().iter().map(statement).collect(), notes)
}

/// What a task needs, on exactly what its parameters say.
fn exact(action: &str, parameters: &str) -> Vec<String> {
    let (needs, notes) = needs(action, parameters);
    assert!(notes.is_empty(), "{notes:?}");
    needs
}

#[test]
fn on_what_the_parameters_name() {
    assert_eq!(
        exact("dynamodb:query", r#"{ "TableName": "orders" }"#),
        ["dynamodb:Query on dynamodb::table/orders"]
    );
    assert_eq!(
        exact("dynamodb:query", r#"{ "TableName": "orders", "IndexName": "byDate" }"#),
        ["dynamodb:Query on dynamodb::table/orders/index/byDate"]
    );
    assert_eq!(
        exact("dynamodb:batchWriteItem", r#"{ "RequestItems": { "orders": [], "customers.$": "$.c" } }"#),
        ["dynamodb:BatchWriteItem on dynamodb::table/customers dynamodb::table/orders"]
    );
    assert_eq!(
        exact(
            "dynamodb:transactWriteItems",
            r#"{ "TransactItems": [{ "Put": { "TableName": "a" } }, { "Delete": { "TableName": "b" } }] }"#
        ),
        ["dynamodb:DeleteItem on dynamodb::table/b", "dynamodb:PutItem on dynamodb::table/a"]
    );
    assert_eq!(
        exact(
            "sfn:listExecutions",
            r#"{ "StateMachineArn": "arn:aws:states:eu-west-1:111122223333:stateMachine:x" }"#
        ),
        ["states:ListExecutions on arn:aws:states:eu-west-1:111122223333:stateMachine:x"]
    );
    assert_eq!(exact("s3:listObjectsV2", r#"{ "Bucket": "b" }"#), ["s3:ListBucket on s3:::b"]);
    assert_eq!(
        exact("s3:getObject", r#"{ "Bucket": "b", "Key": "k", "VersionId": "1" }"#),
        ["s3:GetObjectVersion on s3:::b/k"]
    );
    assert_eq!(
        exact("s3:copyObject", r#"{ "Bucket": "b", "Key": "k", "CopySource": "/from/it" }"#),
        ["s3:GetObject on s3:::from/it", "s3:PutObject on s3:::b/k"]
    );
    assert_eq!(
        exact("ssm:getParameters", r#"{ "Names": ["/app/a", "b"] }"#),
        ["ssm:GetParameters on ssm::parameter/app/a ssm::parameter/b"]
    );
    assert_eq!(
        exact("secretsmanager:getSecretValue", r#"{ "SecretId": "s" }"#),
        ["secretsmanager:GetSecretValue on secretsmanager::secret:s-??????"]
    );
    assert_eq!(
        exact("eventbridge:disableRule", r#"{ "Name": "r" }"#),
        ["events:DisableRule on events::rule/r"]
    );
    assert_eq!(
        exact("eventbridge:disableRule", r#"{ "Name": "r", "EventBusName": "orders" }"#),
        ["events:DisableRule on events::rule/orders/r"]
    );
    assert_eq!(
        exact("kinesis:putRecord", r#"{ "StreamName": "s", "Data": "d", "PartitionKey": "p" }"#),
        ["kinesis:PutRecord on kinesis::stream/s"]
    );
}

/// IAM calls an object of an access point otherwise than one of a bucket.
#[test]
fn at_access_points_of_s3() {
    let point = "arn:aws:s3:eu-west-1:111122223333:accesspoint/ap";
    let get = |bucket: &str| exact("s3:getObject", &format!(r#"{{ "Bucket": "{bucket}", "Key": "k" }}"#));
    assert_eq!(get(point), [format!("s3:GetObject on {point}/object/k")]);
    let regions = "arn:aws:s3::111122223333:accesspoint/alias.mrap";
    assert_eq!(get(regions), [format!("s3:GetObject on {regions}/object/k")]);
    let outpost = "arn:aws:s3-outposts:eu-west-1:111122223333:outpost/op-1/accesspoint/ap";
    assert_eq!(get(outpost), [format!("s3-outposts:GetObject on {outpost}/object/k")]);
    let list = |bucket: &str| exact("s3:listObjectsV2", &format!(r#"{{ "Bucket": "{bucket}" }}"#));
    assert_eq!(list(point), [format!("s3:ListBucket on {point}")]);
    assert_eq!(list(outpost), [format!("s3-outposts:ListBucket on {outpost}")]);
    let objects = format!(
        r#"{{ "Bucket": "{point}", "Delete": {{ "Objects": [{{ "Key": "a" }}, {{ "Key": "b/c" }}] }} }}"#
    );
    assert_eq!(
        exact("s3:deleteObjects", &objects),
        [format!("s3:DeleteObject on {point}/object/a {point}/object/b/c")]
    );
    let source = format!(r#"{{ "Bucket": "b", "Key": "k", "CopySource": "{point}/object/from" }}"#);
    assert_eq!(
        exact("s3:copyObject", &source),
        [format!("s3:GetObject on {point}/object/from"), "s3:PutObject on s3:::b/k".to_owned()]
    );
    let (found, _) = needs("s3:putObject", &format!(r#"{{ "Bucket": "{point}", "Key.$": "$.key" }}"#));
    assert_eq!(found, [format!("s3:PutObject on {point}/object/*")]);
}

/// Object Lambda has actions of its own and no objects, and does with its caller's role what it does.
#[test]
fn at_an_access_point_of_object_lambda() {
    let point = "arn:aws:s3-object-lambda:eu-west-1:111122223333:accesspoint/ol";
    let (found, notes) = needs("s3:getObject", &format!(r#"{{ "Bucket": "{point}", "Key": "k" }}"#));
    assert_eq!(
        found,
        [
            r#"lambda:InvokeFunction on lambda::function:* if {"ForAnyValue:StringEquals":{"aws:CalledVia":"s3-object-lambda.amazonaws.com"}}"#.to_owned(),
            format!("s3-object-lambda:GetObject on {point}"),
            r#"s3:GetObject on s3::accesspoint/* if {"ForAnyValue:StringEquals":{"aws:CalledVia":"s3-object-lambda.amazonaws.com"}}"#.to_owned(),
        ]
    );
    assert_eq!(notes.len(), 2, "{notes:?}");
}

#[test]
fn as_the_optimized_integration_needs_it() {
    assert_eq!(
        exact(
            "sqs:sendMessage",
            r#"{ "QueueUrl": "https://sqs.eu-west-1.amazonaws.com/111122223333/jobs", "MessageBody": "m" }"#
        ),
        ["sqs:SendMessage on sqs:eu-west-1:111122223333:jobs"]
    );
    let arn = "arn:aws:states:eu-west-1:111122223333:stateMachine:m";
    assert_eq!(
        exact("sfn:startExecution", &format!(r#"{{ "StateMachineArn": "{arn}" }}"#)),
        [format!("states:StartExecution on {arn}")]
    );
}

#[test]
fn with_the_roles_that_are_handed_over() {
    let arn = "arn:aws:iam::111122223333:role/r";
    assert_eq!(
        exact(
            "lambda:createFunction",
            &format!(r#"{{ "FunctionName": "f", "Role": "{arn}", "Code": {{}} }}"#)
        ),
        [
            format!(
                r#"iam:PassRole on {arn} if {{"StringEquals":{{"iam:PassedToService":"lambda.amazonaws.com"}}}}"#
            ),
            "lambda:CreateFunction on lambda::function:f".to_owned(),
        ]
    );
    assert_eq!(
        exact(
            "rds:startExportTask",
            &format!(r#"{{ "ExportTaskIdentifier": "t", "SourceArn": "s", "IamRoleArn": "{arn}" }}"#)
        ),
        [format!("iam:PassRole on {arn}"), "rds:StartExportTask on *".to_owned()]
    );
}

#[test]
fn with_the_files_that_are_read_and_written() {
    assert_eq!(
        exact(
            "textract:startDocumentAnalysis",
            r#"{ "DocumentLocation": { "S3Object": { "Bucket": "b", "Name": "in/a.pdf" } } }"#
        ),
        ["s3:GetObject on s3:::b/in/a.pdf", "textract:StartDocumentAnalysis on *"]
    );
    assert_eq!(
        exact("rekognition:detectLabels", r#"{ "Image": { "Bytes": "x" } }"#),
        ["rekognition:DetectLabels on *"]
    );
    for uri in
        ["s3://b/a.mp3", "https://s3.eu-west-1.amazonaws.com/b/a.mp3", "https://b.s3.amazonaws.com/a.mp3"]
    {
        assert_eq!(
            exact(
                "transcribe:startTranscriptionJob",
                &format!(r#"{{ "Media": {{ "MediaFileUri": "{uri}" }}, "OutputBucketName": "out" }}"#)
            ),
            [
                "s3:GetObject on s3:::b/a.mp3",
                "s3:PutObject on s3:::out/*",
                "transcribe:StartTranscriptionJob on *"
            ]
        );
    }
}

#[test]
fn of_a_query_with_the_credentials_that_it_needs() {
    let query = |parameters: &str| {
        needs("redshiftdata:executeStatement", &format!(r#"{{ "Database": "d", "Sql": "s", {parameters} }}"#))
            .0
    };
    let secret = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:s-AbCdEf";
    assert_eq!(
        query(&format!(r#""ClusterIdentifier": "c", "SecretArn": "{secret}""#)),
        [
            "redshift-data:ExecuteStatement on redshift::cluster:c".to_owned(),
            format!("secretsmanager:GetSecretValue on {secret}")
        ]
    );
    assert_eq!(
        query(r#""ClusterIdentifier": "c", "DbUser": "u""#),
        [
            "redshift-data:ExecuteStatement on redshift::cluster:c",
            "redshift:GetClusterCredentials on redshift::dbname:c/d redshift::dbuser:c/u"
        ]
    );
    let workgroup = "on redshift-serverless::workgroup/*";
    assert_eq!(
        query(r#""WorkgroupName": "w""#),
        [format!("redshift-data:ExecuteStatement redshift-serverless:GetCredentials {workgroup}")]
    );
    assert_eq!(
        query(&format!(r#""WorkgroupName": "w", "SecretArn": "{secret}""#)),
        [
            format!("redshift-data:ExecuteStatement {workgroup}"),
            format!("secretsmanager:GetSecretValue on {secret}")
        ]
    );
    // The secret does not stand for what is queried.
    assert_eq!(query(&format!(r#""SecretArn": "{secret}""#))[0], "redshift-data:ExecuteStatement on *");
}

#[test]
fn of_iam_with_the_path_that_is_known() {
    assert_eq!(
        exact("iam:createRole", r#"{ "RoleName": "r", "Path": "/app/" }"#),
        ["iam:CreateRole on iam::${AWS::AccountId}:role/app/r"]
    );
    assert_eq!(
        exact("iam:createUser", r#"{ "UserName": "u" }"#),
        ["iam:CreateUser on iam::${AWS::AccountId}:user/u"]
    );
    assert_eq!(
        exact("iam:addRoleToInstanceProfile", r#"{ "RoleName": "r", "InstanceProfileName": "p" }"#),
        [
            "iam:AddRoleToInstanceProfile on iam::${AWS::AccountId}:instance-profile/*/p iam::${AWS::AccountId}:instance-profile/p",
            "iam:PassRole on iam::${AWS::AccountId}:role/r",
        ]
    );
}

#[test]
fn a_command_is_for_nodes() {
    let on = |node: &str| {
        let document = "document/AWS-RunShellScript";
        let nodes = format!("ec2::instance/{node} ssm::{document} ssm::managed-instance/{node}");
        [format!("ssm:SendCommand on {nodes} ssm:${{AWS::Region}}::{document}")]
    };
    let (document, targets) = (r#"{ "DocumentName": "AWS-RunShellScript""#, r#""Targets": [] }"#);
    assert_eq!(exact("ssm:sendCommand", &format!(r#"{document}, "InstanceIds": ["i-1"] }}"#)), on("i-1"));
    let (found, notes) = needs("ssm:sendCommand", &format!("{document}, {targets}"));
    assert_eq!(found, on("*"));
    assert!(notes[0].starts_with("does not say which nodes"), "{notes:?}");
}

#[test]
fn what_starts_is_on_the_arn_that_it_has() {
    let arn = "arn:aws:apprunner:eu-west-1:111122223333:service/s/1";
    assert_eq!(
        exact("apprunner:startDeployment", &format!(r#"{{ "ServiceArn": "{arn}" }}"#)),
        [format!("apprunner:StartDeployment on {arn}")]
    );
    // Of the other types that it is on, no parameter has an ARN.
    let arn = "arn:aws:events:eu-west-1:111122223333:archive/a";
    let (found, notes) =
        needs("eventbridge:startReplay", &format!(r#"{{ "ReplayName": "r", "EventSourceArn": "{arn}" }}"#));
    assert_eq!(found, [format!("events:StartReplay on {arn} events::event-bus/* events::replay/*")]);
    assert_eq!(notes.len(), 2, "{notes:?}");
}

#[test]
fn what_is_on_more_than_the_arn_that_it_has() {
    let backup = "arn:aws:dynamodb:eu-west-1:111122223333:table/orders/backup/1";
    assert_eq!(
        exact(
            "dynamodb:restoreTableFromBackup",
            &format!(r#"{{ "TargetTableName": "t", "BackupArn": "{backup}" }}"#)
        ),
        [
            "dynamodb:BatchWriteItem dynamodb:DeleteItem dynamodb:GetItem dynamodb:PutItem dynamodb:Query dynamodb:Scan dynamodb:UpdateItem on dynamodb::table/t".to_owned(),
            format!("dynamodb:RestoreTableFromBackup on {backup} dynamodb::table/t"),
        ]
    );
    let runtime = "arn:aws:bedrock-agentcore:eu-west-1:111122223333:runtime/r";
    assert_eq!(
        exact("bedrockagentcore:invokeAgentRuntime", &format!(r#"{{ "AgentRuntimeArn": "{runtime}" }}"#)),
        [format!("bedrock-agentcore:InvokeAgentRuntime on {runtime} {runtime}/*")]
    );
    let insight = "arn:aws:securityhub:eu-west-1:111122223333:insight/1/custom/2";
    assert_eq!(
        exact("securityhub:getInsightResults", &format!(r#"{{ "InsightArn": "{insight}" }}"#)),
        ["securityhub:GetInsightResults on *"]
    );
}

#[test]
fn what_iam_calls_otherwise() {
    assert_eq!(needs("budgets:describeBudget", "{}").0, ["budgets:ViewBudget on *"]);
    assert_eq!(exact("keyspaces:createTable", "{}"), ["cassandra:Create on *"]);
    assert_eq!(
        exact("s3:getBucketMetadataConfiguration", r#"{ "Bucket": "b" }"#),
        ["s3:GetBucketMetadataTableConfiguration on s3:::b"]
    );
}

#[test]
fn what_has_no_resources_is_on_all_of_them() {
    assert_eq!(exact("ec2:describeInstances", "{}"), ["ec2:DescribeInstances on *"]);
    assert!(exact("sts:getCallerIdentity", "{}").is_empty());
}

#[test]
fn what_is_known_at_run_time_only_is_noted() {
    let (found, notes) = needs("dynamodb:query", r#"{ "TableName.$": "$.table" }"#);
    assert_eq!(found, ["dynamodb:Query on dynamodb::table/*"]);
    assert!(notes[0].starts_with("computes its `TableName`"), "{notes:?}");
    let (found, notes) = needs("dynamodb:executeStatement", r#"{ "Statement": "SELECT * FROM orders" }"#);
    assert_eq!(found.len(), 1);
    assert!(notes[0].starts_with("does not say which tables"), "{notes:?}");
    let (found, notes) = needs("cloudwatchlogs:getLogEvents", r#"{ "LogGroupIdentifier": "g" }"#);
    assert_eq!(found, ["logs:GetLogEvents on *"]);
    assert!(notes[0].starts_with("does not say what it is on"), "{notes:?}");
}

const ROLE: &str = "arn:aws:iam::111122223333:role/r";
const KEY: &str = "arn:aws:kms:eu-west-1:111122223333:key/1";

#[test]
fn roles_are_passed_from_wherever_they_stand() {
    let passed = |service: &str| {
        format!(r#"iam:PassRole on {ROLE} if {{"StringEquals":{{"iam:PassedToService":"{service}"}}}}"#)
    };
    let has = |action: &str, parameters: &str, expected: &str| {
        let (found, _) = needs(action, parameters);
        assert!(found.iter().any(|it| it == expected), "{action}: {found:#?}");
    };
    has("ssm:sendCommand", &format!(r#"{{ "ServiceRoleArn": "{ROLE}" }}"#), &passed("ssm.amazonaws.com"));
    has(
        "batch:registerJobDefinition",
        &format!(r#"{{ "ContainerProperties": {{ "JobRoleArn": "{ROLE}" }} }}"#),
        &passed("ecs-tasks.amazonaws.com"),
    );
    has(
        "rds:createDBInstance",
        &format!(r#"{{ "MonitoringRoleArn": "{ROLE}" }}"#),
        &passed("monitoring.rds.amazonaws.com"),
    );
    has(
        "backup:createBackupSelection",
        &format!(r#"{{ "BackupSelection": {{ "IamRoleArn": "{ROLE}" }} }}"#),
        &passed("backup.amazonaws.com"),
    );
    has(
        "cloudtrail:enableFederation",
        &format!(r#"{{ "FederationRoleArn": "{ROLE}" }}"#),
        &format!("iam:PassRole on {ROLE}"),
    );
    has(
        "ec2:createFlowLogs",
        &format!(r#"{{ "DeliverLogsPermissionArn": "{ROLE}" }}"#),
        &passed("vpc-flow-logs.amazonaws.com"),
    );
    // A profile has a role that it may be called after, or not.
    let ec2 = r#"if {"StringEquals":{"iam:PassedToService":"ec2.amazonaws.com"}}"#;
    has(
        "ec2:runInstances",
        r#"{ "IamInstanceProfile": { "Name": "p" } }"#,
        &format!("iam:PassRole on iam::${{AWS::AccountId}}:role/* {ec2}"),
    );
    // What is computed as a whole may hold one.
    has(
        "ec2:runInstances",
        r#"{ "IamInstanceProfile.$": "$.profile" }"#,
        &format!("iam:PassRole on iam::${{AWS::AccountId}}:role/* {ec2}"),
    );
    has(
        "backup:createBackupSelection",
        r#"{ "BackupSelection.$": "$.selection" }"#,
        &passed("backup.amazonaws.com").replace(ROLE, "iam::${AWS::AccountId}:role/*"),
    );
    let (found, _) = needs("ec2:runInstances", r#"{ "ImageId": "i", "MinCount": 1, "MaxCount": 1 }"#);
    assert!(found.iter().all(|it| !it.contains("PassRole")), "{found:?}");
    // Those that are managed are not handed over.
    let (found, _) = needs("iam:updateRole", r#"{ "RoleName": "r" }"#);
    assert!(found.iter().all(|it| !it.contains("PassRole")), "{found:?}");
}

#[test]
fn keys_that_are_named_may_be_used() {
    let put = format!(r#"{{ "Bucket": "b", "Key": "k", "SsekmsKeyId": "{KEY}" }}"#);
    assert_eq!(
        exact("s3:putObject", &put),
        [format!("kms:Decrypt kms:GenerateDataKey on {KEY}"), "s3:PutObject on s3:::b/k".to_owned()]
    );
    let (found, _) = needs("rds:createDBCluster", &format!(r#"{{ "KmsKeyId": "{KEY}" }}"#));
    let grant = format!(r#"kms:CreateGrant on {KEY} if {{"Bool":{{"kms:GrantIsForAWSResource":"true"}}}}"#);
    assert!(found.contains(&grant), "{found:#?}");
    assert!(
        found.contains(&format!("kms:Decrypt kms:DescribeKey kms:GenerateDataKey on {KEY}")),
        "{found:#?}"
    );
    // A key's alias is no resource.
    let (found, notes) =
        needs("s3:putObject", r#"{ "Bucket": "b", "Key": "k", "SsekmsKeyId": "alias/orders" }"#);
    assert_eq!(found[0], "kms:Decrypt kms:GenerateDataKey on kms::key/*");
    assert!(notes[0].starts_with("has a `SsekmsKeyId` that names no resource"), "{notes:?}");
    // Of a service of which nothing is known, a note says so.
    let (found, notes) = needs(
        "healthlake:createFHIRDatastore",
        &format!(
            r#"{{ "SseConfiguration": {{ "KmsEncryptionConfig": {{ "CmkType": "CUSTOMER_MANAGED_KMS_KEY", "KmsKeyId": "{KEY}" }} }} }}"#
        ),
    );
    assert!(found.iter().any(|it| it.starts_with("kms:CreateGrant on")), "{found:#?}");
    assert!(notes.iter().any(|it| it.contains("what it needs of that key is not known")), "{notes:?}");
}

#[test]
fn what_is_needed_besides_is_allowed_or_noted() {
    let (found, notes) = needs("rds:createDBInstance", r#"{ "DbInstanceIdentifier": "d", "Tags": [] }"#);
    assert!(found.iter().any(|it| it.contains("rds:AddTagsToResource")), "{found:#?}");
    assert_eq!(
        notes,
        [
            "calls `rds:createDBInstance`, which may also need `rds:CreateTenantDatabase`, `secretsmanager:CreateSecret`, `secretsmanager:TagResource`: no parameter says on what"
        ]
    );
    let (found, _) = needs("rds:createDBInstance", r#"{ "DbInstanceIdentifier": "d" }"#);
    assert!(found.iter().all(|it| !it.contains("AddTags") && !it.contains("kms:")), "{found:#?}");
    let (_, notes) = needs("glue:createGlossary", "{}");
    assert!(
        notes[0].starts_with("calls `glue:createGlossary`, and AWS's list of permissions has no"),
        "{notes:?}"
    );
}

#[test]
fn textract_writes_where_its_output_goes() {
    let to = |output: &str| {
        let on = r#""DocumentLocation": { "S3Object": { "Bucket": "b", "Name": "a.pdf" } }"#;
        exact("textract:startDocumentAnalysis", &format!("{{ {on}, \"OutputConfig\": {{ {output} }} }}"))
    };
    assert!(to(r#""S3Bucket": "out""#).contains(&"s3:PutObject on s3:::out/textract_output/*".to_owned()));
    let keyed = to(&format!(r#""S3Bucket": "out", "S3Prefix": "p", "KMSKeyId": "{KEY}""#));
    assert!(keyed.contains(&"s3:PutObject on s3:::out/p/*".to_owned()), "{keyed:#?}");
}

#[test]
fn services_whose_permissions_are_those_of_another() {
    assert_eq!(
        exact("neptunedata:executeOpenCypherQuery", "{}"),
        ["neptune-db:DeleteDataViaQuery neptune-db:ReadDataViaQuery neptune-db:WriteDataViaQuery on *"]
    );
    let bucket = "arn:aws:s3-outposts:eu-west-1:111122223333:outpost/op-1/bucket/b";
    assert_eq!(
        exact("s3control:getBucketTagging", &format!(r#"{{ "Bucket": "{bucket}" }}"#)),
        [format!("s3-outposts:GetBucketTagging on {bucket}")]
    );
    assert_eq!(exact("s3control:getPublicAccessBlock", "{}"), ["s3:GetAccountPublicAccessBlock on *"]);
    // A token among the parameters says who calls.
    assert!(exact("connectparticipant:sendMessage", "{}").is_empty());
}
