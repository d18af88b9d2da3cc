//! Actions of the AWS SDK that need several permissions, or on other resources than their service's others.

use super::resources::{ALL, KEY_OF_TEXT, OBJECT, OBJECTS, SCHEDULE, TABLES};
use crate::grant::{Condition, Grant, NamedResource, Target, When};
use crate::key::KEY;

/// The permission for one sort of writing in a transaction of DynamoDB.
macro_rules! transacted {
    ($action:literal, $sort:literal) => {
        Grant::new(
            &[$action],
            &[on_resource!(arn!("dynamodb", concat!("table/{TransactItems[].", $sort, ".TableName}")))],
        )
    };
}

const TARGET_TABLE: Target = on_arn!(arn!("dynamodb", "table/{TargetTableName}"));
/// A table is restored as if its items were put there one by one.
const FILL_TABLE: Grant = Grant::new(
    &[
        "dynamodb:BatchWriteItem",
        "dynamodb:DeleteItem",
        "dynamodb:GetItem",
        "dynamodb:PutItem",
        "dynamodb:Query",
        "dynamodb:Scan",
        "dynamodb:UpdateItem",
    ],
    &[TARGET_TABLE],
);
/// What a query of a cluster or a workgroup needs.
macro_rules! query {
    ($action:literal) => {
        &[
            Grant::new(&[$action], &[on_arn!(arn!("redshift", "cluster:{ClusterIdentifier}"))]),
            Grant::new(&[$action], WORKGROUP).when(When::With("WorkgroupName")),
            AS_USER,
            AS_ITSELF,
        ]
    };
}

/// A workgroup's ARN has its id, not its name.
const WORKGROUP: &[Target] =
    &[Target::Implicit(arn!("redshift-serverless", "workgroup/*"), "which id its workgroup has")];
/// Without a secret the one who calls asks for credentials.
const AS_USER: Grant = Grant::new(
    &["redshift:GetClusterCredentials"],
    &[
        on_arn!(arn!("redshift", "dbname:{ClusterIdentifier}/{Database}")),
        on_arn!(arn!("redshift", "dbuser:{ClusterIdentifier}/{DbUser}")),
    ],
)
.when(When::With("DbUser"));
const AS_ITSELF: Grant = Grant::new(&["redshift-serverless:GetCredentials"], WORKGROUP)
    .when(When::WithBut("WorkgroupName", "SecretArn"));
const READ: Grant = Grant::new(&["s3:GetObject"], OBJECT).when(When::Without("VersionId"));
const READ_VERSION: Grant = Grant::new(&["s3:GetObjectVersion"], OBJECT).when(When::With("VersionId"));
const READ_SOURCE: Grant =
    Grant::new(&["s3:GetObject"], &[on_resource!("arn:${AWS::Partition}:s3:::{CopySource:path}")]);
const WRITE: Grant = Grant::new(&["s3:PutObject"], OBJECT);
const WRITE_ACL: Grant = Grant::new(&["s3:PutObjectAcl"], OBJECT).when(When::With("Acl"));
const WRITE_TAGS: Grant = Grant::new(&["s3:PutObjectTagging"], OBJECT).when(When::With("Tagging"));

/// Service, actions, and all that each of them needs.
pub(super) const GRANTS: &[(&str, &[&str], &[Grant])] = &[
    (
        "apigatewaymanagementapi",
        &["deleteConnection", "getConnection", "postToConnection"],
        &[Grant::new(
            &["execute-api:ManageConnections"],
            &[Target::Implicit(arn!("execute-api", "*/@connections/*"), "which API it calls")],
        )],
    ),
    (
        "dynamodb",
        &["batchExecuteStatement", "executeStatement", "executeTransaction"],
        &[Grant::new(
            &[
                "dynamodb:PartiQLDelete",
                "dynamodb:PartiQLInsert",
                "dynamodb:PartiQLSelect",
                "dynamodb:PartiQLUpdate",
            ],
            TABLES,
        )],
    ),
    (
        "dynamodb",
        &["restoreTableFromBackup"],
        &[
            Grant::new(
                &["dynamodb:RestoreTableFromBackup"],
                &[on_resource!(arn!("dynamodb", "table/*/backup/{BackupArn}")), TARGET_TABLE],
            ),
            FILL_TABLE,
        ],
    ),
    (
        "dynamodb",
        &["restoreTableToPointInTime"],
        &[
            Grant::new(
                &["dynamodb:RestoreTableToPointInTime"],
                &[
                    on_resource!(arn!("dynamodb", "table/{SourceTableName}")),
                    on_resource!(arn!("dynamodb", "table/{SourceTableArn}")),
                    TARGET_TABLE,
                ],
            ),
            FILL_TABLE,
        ],
    ),
    (
        "dynamodb",
        &["transactWriteItems"],
        &[
            transacted!("dynamodb:ConditionCheckItem", "ConditionCheck"),
            transacted!("dynamodb:DeleteItem", "Delete"),
            transacted!("dynamodb:PutItem", "Put"),
            transacted!("dynamodb:UpdateItem", "Update"),
        ],
    ),
    (
        "eventbridge",
        &["putTargets"],
        &[
            Grant::new(&["events:PutTargets"], &[on_arn!(arn!("events", "rule{EventBusName:bus|}/{Rule}"))]),
            pass_role!("Targets[].RoleArn", "events.amazonaws.com"),
        ],
    ),
    (
        "kms",
        &["decrypt"],
        &[
            Grant::new(&["kms:Decrypt"], &[Target::Named(KEY)]).when(When::With("KeyId")),
            Grant::new(&["kms:Decrypt"], KEY_OF_TEXT).when(When::Without("KeyId")),
        ],
    ),
    (
        "kms",
        &["reEncrypt"],
        &[
            Grant::new(
                &["kms:ReEncryptFrom"],
                &[Target::Named(NamedResource { parameter: "SourceKeyId", ..KEY })],
            )
            .when(When::With("SourceKeyId")),
            Grant::new(&["kms:ReEncryptFrom"], KEY_OF_TEXT).when(When::Without("SourceKeyId")),
            Grant::new(
                &["kms:ReEncryptTo"],
                &[Target::Named(NamedResource { parameter: "DestinationKeyId", ..KEY })],
            ),
        ],
    ),
    ("redshiftdata", &["batchExecuteStatement"], query!("redshift-data:BatchExecuteStatement")),
    ("redshiftdata", &["executeStatement"], query!("redshift-data:ExecuteStatement")),
    ("s3", &["copyObject"], &[READ_SOURCE, WRITE, WRITE_TAGS, WRITE_ACL]),
    (
        "s3",
        // Of buckets for one zone only.
        &["createSession", "renameObject"],
        &[Grant::new(&["s3express:CreateSession"], &[on_arn!(arn!("s3express", "bucket/{Bucket}"))])],
    ),
    ("s3", &["putObject"], &[WRITE, WRITE_TAGS, WRITE_ACL]),
    ("s3", &["uploadPartCopy"], &[READ_SOURCE, WRITE]),
    (
        "s3",
        &["deleteObject"],
        &[
            Grant::new(&["s3:DeleteObject"], OBJECT).when(When::Without("VersionId")),
            Grant::new(&["s3:DeleteObjectVersion"], OBJECT).when(When::With("VersionId")),
        ],
    ),
    (
        "s3",
        &["deleteObjects"],
        &[
            Grant::new(&["s3:DeleteObject"], OBJECTS),
            Grant::new(&["s3:DeleteObjectVersion"], OBJECTS).when(When::With("Delete.Objects[].VersionId")),
        ],
    ),
    ("s3", &["getObject", "headObject"], &[READ, READ_VERSION]),
    (
        "s3",
        &["getObjectAttributes"],
        &[
            Grant::new(&["s3:GetObject", "s3:GetObjectAttributes"], OBJECT).when(When::Without("VersionId")),
            Grant::new(&["s3:GetObjectVersion", "s3:GetObjectVersionAttributes"], OBJECT)
                .when(When::With("VersionId")),
        ],
    ),
    (
        "scheduler",
        &["createSchedule"],
        &[
            Grant::new(&["scheduler:CreateSchedule"], SCHEDULE),
            pass_role!("Target.RoleArn", "scheduler.amazonaws.com"),
        ],
    ),
    (
        "scheduler",
        &["updateSchedule"],
        &[
            Grant::new(&["scheduler:UpdateSchedule"], SCHEDULE),
            pass_role!("Target.RoleArn", "scheduler.amazonaws.com"),
        ],
    ),
    (
        "ssm",
        &["sendCommand"],
        // AWS's own documents have no account. A node that is no instance of EC2 has an id of another sort.
        &[
            Grant::new(
                &["ssm:SendCommand"],
                &[
                    on_resource!(arn!("ssm", "document/{DocumentName}")),
                    on_resource!("arn:${AWS::Partition}:ssm:${AWS::Region}::document/{DocumentName}"),
                ],
            ),
            Grant::new(
                &["ssm:SendCommand"],
                &[
                    on_arn!(arn!("ec2", "instance/{InstanceIds[]}")),
                    on_arn!(arn!("ssm", "managed-instance/{InstanceIds[]}")),
                ],
            ),
            Grant::new(
                &["ssm:SendCommand"],
                &[
                    Target::Implicit(arn!("ec2", "instance/*"), "which nodes its command is for"),
                    Target::Implicit(arn!("ssm", "managed-instance/*"), "which nodes its command is for"),
                ],
            )
            .when(When::Without("InstanceIds")),
        ],
    ),
    (
        "timestreamwrite",
        &["writeRecords"],
        &[
            Grant::new(
                &["timestream:WriteRecords"],
                &[on_arn!(arn!("timestream", "database/{DatabaseName}/table/{TableName}"))],
            ),
            Grant::new(&["timestream:DescribeEndpoints"], ALL),
        ],
    ),
    (
        "timestreamquery",
        &["query"],
        &[
            Grant::new(
                &["timestream:Select"],
                &[Target::Implicit(arn!("timestream", "database/*/table/*"), "which tables its query names")],
            ),
            Grant::new(&["timestream:DescribeEndpoints"], ALL),
        ],
    ),
];
