//! Which parameter names the resource of an action, for the services that workflows call most.

use super::named::{KEY, SECRET, STACK};
use crate::grant::Target;
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
            Target::Arn(concat!(
                "arn:${AWS::Partition}:iam::${AWS::AccountId}:",
                $kind,
                "/{",
                $parameter,
                "}"
            )),
            Target::Arn(concat!(
                "arn:${AWS::Partition}:iam::${AWS::AccountId}:",
                $kind,
                "/*/{",
                $parameter,
                "}"
            )),
        ]
    };
}

/// A parameter, and what it names.
type Names = (&'static str, &'static [Target]);

/// By service: what a parameter names in the actions that take it. The first one that an action takes counts.
pub(super) const RESOURCES: &[(&str, &[Names])] = &[
    ("apigateway", &[("RestApiId", &[Target::Arn(concat!(api!(), "restapis/{RestApiId}*"))])]),
    ("apigatewayv2", &[("ApiId", &[Target::Arn(concat!(api!(), "apis/{ApiId}*"))])]),
    ("bedrockagent", &[("KnowledgeBaseId", KNOWLEDGE_BASE)]),
    (
        "bedrockruntime",
        &[
            ("ModelId", &[Target::Named(bedrock::MODEL)]),
            ("GuardrailIdentifier", &[Target::Resource(arn!("bedrock", "guardrail/{GuardrailIdentifier}"))]),
        ],
    ),
    (
        "cloudformation",
        &[
            ("StackName", &[Target::Named(STACK)]),
            ("StackSetName", &[Target::Arn(arn!("cloudformation", "stackset/{StackSetName}:*"))]),
        ],
    ),
    (
        "cloudwatchlogs",
        &[
            (
                "LogStreamName",
                &[Target::Arn(arn!("logs", "log-group:{LogGroupName}:log-stream:{LogStreamName}"))],
            ),
            ("LogGroupName", LOG_GROUP),
        ],
    ),
    (
        "cognitoidentityprovider",
        &[("UserPoolId", &[Target::Arn(arn!("cognito-idp", "userpool/{UserPoolId}"))])],
    ),
    ("dynamodb", &[("TableName", &[Target::Resource(arn!("dynamodb", "table/{TableName}"))])]),
    ("dynamodbstreams", &[("StreamArn", &[Target::Resource(arn!("dynamodb", "table/{StreamArn}"))])]),
    ("ecr", &[("RepositoryName", &[Target::Arn(arn!("ecr", "repository/{RepositoryName}"))])]),
    (
        "ecs",
        &[
            ("Task", &[Target::Arn(arn!("ecs", "task/{Cluster:name|default}/{Task:name}"))]),
            ("Tasks", &[Target::Arn(arn!("ecs", "task/{Cluster:name|default}/{Tasks[]:name}"))]),
            ("Service", &[Target::Arn(arn!("ecs", "service/{Cluster:name|default}/{Service:name}"))]),
            ("Services", &[Target::Arn(arn!("ecs", "service/{Cluster:name|default}/{Services[]:name}"))]),
        ],
    ),
    (
        "emr",
        &[
            ("ClusterId", &[Target::Arn(arn!("elasticmapreduce", "cluster/{ClusterId}"))]),
            ("JobFlowId", &[Target::Arn(arn!("elasticmapreduce", "cluster/{JobFlowId}"))]),
        ],
    ),
    (
        "firehose",
        &[("DeliveryStreamName", &[Target::Arn(arn!("firehose", "deliverystream/{DeliveryStreamName}"))])],
    ),
    ("glue", &[("JobName", &[Target::Arn(arn!("glue", "job/{JobName}"))])]),
    // What is put into a group or a profile is not what the action is on.
    (
        "iam",
        &[
            ("InstanceProfileName", iam!("instance-profile", "InstanceProfileName")),
            ("GroupName", iam!("group", "GroupName")),
            ("RoleName", iam!("role", "RoleName")),
            ("UserName", iam!("user", "UserName")),
            (
                "PolicyArn",
                &[Target::Resource("arn:${AWS::Partition}:iam::${AWS::AccountId}:policy/{PolicyArn}")],
            ),
        ],
    ),
    (
        "kinesis",
        &[(
            "StreamARN",
            // The stream is named in one way or the other.
            &[
                Target::Resource(arn!("kinesis", "stream/{StreamName}")),
                Target::Resource(arn!("kinesis", "stream/{StreamARN}")),
            ],
        )],
    ),
    ("kms", &[("KeyId", &[Target::Named(KEY)])]),
    (
        "lambda",
        &[
            ("Uuid", &[Target::Arn(arn!("lambda", "event-source-mapping:{Uuid}"))]),
            ("FunctionName", &[Target::Named(lambda::FUNCTION)]),
        ],
    ),
    ("rdsdata", &[("ResourceArn", &[Target::Resource(arn!("rds", "cluster:{ResourceArn}"))])]),
    ("s3", &[("Key", OBJECT), ("Bucket", &[Target::Resource("arn:${AWS::Partition}:s3:::{Bucket}")])]),
    (
        "sagemakerruntime",
        &[("EndpointName", &[Target::Arn(arn!("sagemaker", "endpoint/{EndpointName:lower}"))])],
    ),
    ("secretsmanager", &[("SecretId", &[Target::Named(SECRET)])]),
    (
        "sfn",
        &[
            ("ActivityArn", &[Target::Resource(arn!("states", "activity:{ActivityArn}"))]),
            ("ExecutionArn", &[Target::Resource(arn!("states", "execution:{ExecutionArn}"))]),
            ("MapRunArn", &[Target::Resource(arn!("states", "mapRun:{MapRunArn}"))]),
            ("StateMachineArn", &[Target::Resource(arn!("states", "stateMachine:{StateMachineArn}"))]),
        ],
    ),
    ("sns", &[("TopicArn", &[Target::Resource(arn!("sns", "{TopicArn}"))])]),
    (
        "sqs",
        &[
            ("QueueUrl", &[Target::Named(sqs::QUEUE)]),
            ("QueueName", &[Target::Arn(arn!("sqs", "{QueueName}"))]),
        ],
    ),
];

pub(super) const ALL: &[Target] = &[Target::Arn("*")];
pub(super) const OBJECT: &[Target] = &[Target::Resource("arn:${AWS::Partition}:s3:::{Bucket}/{Key}")];
pub(super) const OBJECTS: &[Target] =
    &[Target::Resource("arn:${AWS::Partition}:s3:::{Bucket}/{Delete.Objects[].Key}")];
pub(super) const SCHEDULE: &[Target] =
    &[Target::Arn(arn!("scheduler", "schedule/{GroupName|default}/{Name}"))];
pub(super) const TABLES: &[Target] =
    &[Target::Implicit(arn!("dynamodb", "table/*"), "which tables its statements name")];
pub(super) const KEY_OF_TEXT: &[Target] =
    &[Target::Implicit(arn!("kms", "key/*"), "with which key the text is encrypted")];
pub(super) const KNOWLEDGE_BASE: &[Target] =
    &[Target::Arn(arn!("bedrock", "knowledge-base/{KnowledgeBaseId}"))];
pub(super) const LOG_GROUP: &[Target] = &[Target::Arn(arn!("logs", "log-group:{LogGroupName}:*"))];
