//! Which parameter names the resource of an action, for the services that workflows call most.

use super::named::{SECRET, STACK};
use crate::grant::Target;
use crate::key::KEY;
use crate::services::{bedrock, lambda, sqs};

/// The start of the ARN of anything in API Gateway.
macro_rules! api {
    () => {
        "arn:${AWS::Partition}:apigateway:${AWS::Region}::/"
    };
}

/// A user, role or other entity of IAM by its name. Its path is not known, if it has one.
macro_rules! iam {
    ($kind:literal, $parameter:literal) => {
        &[
            on_arn!(concat!("arn:${AWS::Partition}:iam::${AWS::AccountId}:", $kind, "/{", $parameter, "}")),
            on_arn!(concat!("arn:${AWS::Partition}:iam::${AWS::AccountId}:", $kind, "/*/{", $parameter, "}")),
        ]
    };
}

/// A parameter, and what it names.
type Names = (&'static str, &'static [Target]);

/// By service: what a parameter names in the actions that take it. The first one that an action takes counts.
pub(super) const RESOURCES: &[(&str, &[Names])] = &[
    ("apigateway", &[("RestApiId", &[on_arn!(concat!(api!(), "restapis/{RestApiId}*"))])]),
    ("apigatewayv2", &[("ApiId", &[on_arn!(concat!(api!(), "apis/{ApiId}*"))])]),
    ("bedrockagent", &[("KnowledgeBaseId", KNOWLEDGE_BASE)]),
    (
        "bedrockruntime",
        &[
            ("ModelId", &[Target::Named(bedrock::MODEL)]),
            ("GuardrailIdentifier", &[on_resource!(arn!("bedrock", "guardrail/{GuardrailIdentifier}"))]),
        ],
    ),
    (
        "cloudformation",
        &[
            ("StackName", &[Target::Named(STACK)]),
            ("StackSetName", &[on_arn!(arn!("cloudformation", "stackset/{StackSetName}:*"))]),
        ],
    ),
    (
        "cloudwatchlogs",
        &[
            (
                "LogStreamName",
                &[on_arn!(arn!("logs", "log-group:{LogGroupName}:log-stream:{LogStreamName}"))],
            ),
            ("LogGroupName", LOG_GROUP),
        ],
    ),
    ("cognitoidentityprovider", &[("UserPoolId", &[on_arn!(arn!("cognito-idp", "userpool/{UserPoolId}"))])]),
    ("dynamodb", &[("TableName", &[on_resource!(arn!("dynamodb", "table/{TableName}"))])]),
    ("dynamodbstreams", &[("StreamArn", &[on_resource!(arn!("dynamodb", "table/{StreamArn}"))])]),
    ("ecr", &[("RepositoryName", &[on_arn!(arn!("ecr", "repository/{RepositoryName}"))])]),
    (
        "ecs",
        &[
            ("Task", &[on_arn!(arn!("ecs", "task/{Cluster:name|default}/{Task:name}"))]),
            ("Tasks", &[on_arn!(arn!("ecs", "task/{Cluster:name|default}/{Tasks[]:name}"))]),
            ("Service", &[on_arn!(arn!("ecs", "service/{Cluster:name|default}/{Service:name}"))]),
            ("Services", &[on_arn!(arn!("ecs", "service/{Cluster:name|default}/{Services[]:name}"))]),
        ],
    ),
    (
        "emr",
        &[
            ("ClusterId", &[on_arn!(arn!("elasticmapreduce", "cluster/{ClusterId}"))]),
            ("JobFlowId", &[on_arn!(arn!("elasticmapreduce", "cluster/{JobFlowId}"))]),
        ],
    ),
    (
        "firehose",
        &[("DeliveryStreamName", &[on_arn!(arn!("firehose", "deliverystream/{DeliveryStreamName}"))])],
    ),
    ("glue", &[("JobName", &[on_arn!(arn!("glue", "job/{JobName}"))])]),
    // What is put into a group or a profile is not what the action is on.
    (
        "iam",
        &[
            ("InstanceProfileName", iam!("instance-profile", "InstanceProfileName")),
            ("GroupName", iam!("group", "GroupName")),
            ("RoleName", iam!("role", "RoleName")),
            ("UserName", iam!("user", "UserName")),
            ("PolicyArn", &[on_resource!("arn:${AWS::Partition}:iam::${AWS::AccountId}:policy/{PolicyArn}")]),
        ],
    ),
    (
        "kinesis",
        &[(
            "StreamARN",
            // The stream is named in one way or the other.
            &[
                on_resource!(arn!("kinesis", "stream/{StreamName}")),
                on_resource!(arn!("kinesis", "stream/{StreamARN}")),
            ],
        )],
    ),
    ("kms", &[("KeyId", &[Target::Named(KEY)])]),
    (
        "lambda",
        &[
            ("Uuid", &[on_arn!(arn!("lambda", "event-source-mapping:{Uuid}"))]),
            ("FunctionName", &[Target::Named(lambda::FUNCTION)]),
        ],
    ),
    ("rdsdata", &[("ResourceArn", &[on_resource!(arn!("rds", "cluster:{ResourceArn}"))])]),
    ("s3", &[("Key", OBJECT), ("Bucket", &[on_resource!("arn:${AWS::Partition}:s3:::{Bucket}")])]),
    ("sagemakerruntime", &[("EndpointName", &[on_arn!(arn!("sagemaker", "endpoint/{EndpointName:lower}"))])]),
    ("secretsmanager", &[("SecretId", &[Target::Named(SECRET)])]),
    (
        "sfn",
        &[
            ("ActivityArn", &[on_resource!(arn!("states", "activity:{ActivityArn}"))]),
            ("ExecutionArn", &[on_resource!(arn!("states", "execution:{ExecutionArn}"))]),
            ("MapRunArn", &[on_resource!(arn!("states", "mapRun:{MapRunArn}"))]),
            ("StateMachineArn", &[on_resource!(arn!("states", "stateMachine:{StateMachineArn}"))]),
        ],
    ),
    ("sns", &[("TopicArn", &[on_resource!(arn!("sns", "{TopicArn}"))])]),
    (
        "sqs",
        &[("QueueUrl", &[Target::Named(sqs::QUEUE)]), ("QueueName", &[on_arn!(arn!("sqs", "{QueueName}"))])],
    ),
];

pub(super) const ALL: &[Target] = &[on_arn!("*")];
pub(super) const OBJECT: &[Target] = &[on_resource!("arn:${AWS::Partition}:s3:::{Bucket}/{Key}")];
pub(super) const OBJECTS: &[Target] =
    &[on_resource!("arn:${AWS::Partition}:s3:::{Bucket}/{Delete.Objects[].Key}")];
pub(super) const SCHEDULE: &[Target] = &[on_arn!(arn!("scheduler", "schedule/{GroupName|default}/{Name}"))];
pub(super) const TABLES: &[Target] =
    &[Target::Implicit(arn!("dynamodb", "table/*"), "which tables its statements name")];
pub(super) const KEY_OF_TEXT: &[Target] =
    &[Target::Implicit(arn!("kms", "key/*"), "with which key the text is encrypted")];
pub(super) const KNOWLEDGE_BASE: &[Target] = &[on_arn!(arn!("bedrock", "knowledge-base/{KnowledgeBaseId}"))];
pub(super) const LOG_GROUP: &[Target] = &[on_arn!(arn!("logs", "log-group:{LogGroupName}:*"))];
