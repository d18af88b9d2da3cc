//! Which parameter names the resource of an action, for the services that workflows call most.

use super::super::super::grant::{Named, On};
use super::super::super::{bedrock, codebuild, lambda, sqs};
use super::named::{KEY, SECRET, STACK};

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
            On::Arn(concat!("arn:${AWS::Partition}:iam::${AWS::AccountId}:", $kind, "/{", $parameter, "}")),
            On::Arn(concat!("arn:${AWS::Partition}:iam::${AWS::AccountId}:", $kind, "/*/{", $parameter, "}")),
        ]
    };
}

/// The same, for an entity that is created with a path.
macro_rules! new_iam {
    ($kind:literal, $parameter:literal) => {
        &[On::Arn(concat!(
            "arn:${AWS::Partition}:iam::${AWS::AccountId}:",
            $kind,
            "{Path|/}{",
            $parameter,
            "}"
        ))]
    };
}

/// A parameter, and what it names.
type Names = (&'static str, &'static [On]);

/// By service: what a parameter names in the actions that take it. The first one that an action takes counts.
pub(super) const RESOURCES: &[(&str, &[Names])] = &[
    ("apigateway", &[("RestApiId", &[On::Arn(concat!(api!(), "restapis/{RestApiId}*"))])]),
    ("apigatewayv2", &[("ApiId", &[On::Arn(concat!(api!(), "apis/{ApiId}*"))])]),
    ("bedrockagent", &[("KnowledgeBaseId", KNOWLEDGE_BASE)]),
    (
        "bedrockruntime",
        &[
            ("ModelId", &[On::Named(bedrock::MODEL)]),
            ("GuardrailIdentifier", &[On::Resource(arn!("bedrock", "guardrail/{GuardrailIdentifier}"))]),
        ],
    ),
    (
        "cloudformation",
        &[
            ("StackName", &[On::Named(STACK)]),
            ("StackSetName", &[On::Arn(arn!("cloudformation", "stackset/{StackSetName}:*"))]),
        ],
    ),
    (
        "cloudwatchlogs",
        &[
            (
                "LogStreamName",
                &[On::Arn(arn!("logs", "log-group:{LogGroupName}:log-stream:{LogStreamName}"))],
            ),
            ("LogGroupName", LOG_GROUP),
        ],
    ),
    ("cognitoidentityprovider", &[("UserPoolId", &[On::Arn(arn!("cognito-idp", "userpool/{UserPoolId}"))])]),
    ("dynamodb", &[("TableName", &[On::Resource(arn!("dynamodb", "table/{TableName}"))])]),
    ("dynamodbstreams", &[("StreamArn", &[On::Resource(arn!("dynamodb", "table/{StreamArn}"))])]),
    ("ecr", &[("RepositoryName", &[On::Arn(arn!("ecr", "repository/{RepositoryName}"))])]),
    (
        "ecs",
        &[
            ("Task", &[On::Arn(arn!("ecs", "task/{Cluster:name|default}/{Task:name}"))]),
            ("Tasks", &[On::Arn(arn!("ecs", "task/{Cluster:name|default}/{Tasks[]:name}"))]),
            ("Service", &[On::Arn(arn!("ecs", "service/{Cluster:name|default}/{Service:name}"))]),
            ("Services", &[On::Arn(arn!("ecs", "service/{Cluster:name|default}/{Services[]:name}"))]),
        ],
    ),
    (
        "emr",
        &[
            ("ClusterId", &[On::Arn(arn!("elasticmapreduce", "cluster/{ClusterId}"))]),
            ("JobFlowId", &[On::Arn(arn!("elasticmapreduce", "cluster/{JobFlowId}"))]),
        ],
    ),
    (
        "firehose",
        &[("DeliveryStreamName", &[On::Arn(arn!("firehose", "deliverystream/{DeliveryStreamName}"))])],
    ),
    ("glue", &[("JobName", &[On::Arn(arn!("glue", "job/{JobName}"))])]),
    // What is put into a group or a profile is not what the action is on.
    (
        "iam",
        &[
            ("InstanceProfileName", iam!("instance-profile", "InstanceProfileName")),
            ("GroupName", iam!("group", "GroupName")),
            ("RoleName", iam!("role", "RoleName")),
            ("UserName", iam!("user", "UserName")),
            ("PolicyArn", &[On::Resource("arn:${AWS::Partition}:iam::${AWS::AccountId}:policy/{PolicyArn}")]),
        ],
    ),
    (
        "kinesis",
        &[(
            "StreamARN",
            // The stream is named in one way or the other.
            &[
                On::Resource(arn!("kinesis", "stream/{StreamName}")),
                On::Resource(arn!("kinesis", "stream/{StreamARN}")),
            ],
        )],
    ),
    ("kms", &[("KeyId", &[On::Named(KEY)])]),
    (
        "lambda",
        &[
            ("Uuid", &[On::Arn(arn!("lambda", "event-source-mapping:{Uuid}"))]),
            ("FunctionName", &[On::Named(lambda::FUNCTION)]),
        ],
    ),
    ("rdsdata", &[("ResourceArn", &[On::Resource(arn!("rds", "cluster:{ResourceArn}"))])]),
    ("s3", &[("Key", OBJECT), ("Bucket", &[On::Resource("arn:${AWS::Partition}:s3:::{Bucket}")])]),
    ("sagemakerruntime", &[("EndpointName", &[On::Arn(arn!("sagemaker", "endpoint/{EndpointName:lower}"))])]),
    ("secretsmanager", &[("SecretId", &[On::Named(SECRET)])]),
    (
        "sfn",
        &[
            ("ActivityArn", &[On::Resource(arn!("states", "activity:{ActivityArn}"))]),
            ("ExecutionArn", &[On::Resource(arn!("states", "execution:{ExecutionArn}"))]),
            ("MapRunArn", &[On::Resource(arn!("states", "mapRun:{MapRunArn}"))]),
            ("StateMachineArn", &[On::Resource(arn!("states", "stateMachine:{StateMachineArn}"))]),
        ],
    ),
    ("sns", &[("TopicArn", &[On::Resource(arn!("sns", "{TopicArn}"))])]),
    ("sqs", &[("QueueUrl", &[On::Named(sqs::QUEUE)]), ("QueueName", &[On::Arn(arn!("sqs", "{QueueName}"))])]),
];

/// Actions whose parameters name something else than in the rest of their service.
pub(super) const ACTIONS: &[(&str, &[&str], &[On])] = &[
    // IAM knows no resource of these, whatever their parameters name.
    ("cloudformation", &["createGeneratedTemplate", "createStackSet"], ALL),
    ("cloudwatchlogs", &["describeQueries"], ALL),
    ("dynamodb", &["listBackups", "listContributorInsights"], ALL),
    ("ecs", &["submitContainerStateChange", "submitTaskStateChange"], ALL),
    ("glue", &["getJobBookmark", "resetJobBookmark"], ALL),
    (
        "kinesis",
        &["disableEnhancedMonitoring", "enableEnhancedMonitoring", "updateShardCount", "updateStreamMode"],
        ALL,
    ),
    ("kms", &["listAliases"], ALL),
    ("lambda", &["createEventSourceMapping", "listEventSourceMappings"], ALL),
    ("appflow", &["describeFlow", "startFlow", "stopFlow"], &[On::Arn(arn!("appflow", "flow/{FlowName}"))]),
    ("athena", &["getWorkGroup"], &[On::Arn(arn!("athena", "workgroup/{WorkGroup}"))]),
    ("batch", &["cancelJob", "terminateJob"], &[On::Arn(arn!("batch", "job/{JobId}"))]),
    (
        "autoscaling",
        &["setDesiredCapacity", "startInstanceRefresh", "updateAutoScalingGroup"],
        // The group's id, which is not known, stands before its name.
        &[On::Arn(arn!("autoscaling", "autoScalingGroup:*:autoScalingGroupName/{AutoScalingGroupName}"))],
    ),
    (
        "bedrockagentcore",
        &["getAgentCard", "invokeAgentRuntime", "invokeAgentRuntimeCommand", "stopRuntimeSession"],
        // With its endpoints.
        &[
            On::Resource(arn!("bedrock-agentcore", "runtime/{AgentRuntimeArn}")),
            On::Resource(arn!("bedrock-agentcore", "runtime/{AgentRuntimeArn}/*")),
        ],
    ),
    ("bedrockagentruntime", &["retrieve"], KNOWLEDGE_BASE),
    ("cloudwatch", &["putMetricAlarm", "setAlarmState"], &[On::Arn(arn!("cloudwatch", "alarm:{AlarmName}"))]),
    ("cloudwatchlogs", &["createLogStream"], LOG_GROUP),
    (
        "codebuild",
        &["batchGetBuildBatches", "batchGetBuilds"],
        &[On::Named(Named { parameter: "Ids[]", ..codebuild::BUILD })],
    ),
    ("codebuild", &["batchGetProjects"], &[On::Resource(arn!("codebuild", "project/{Names[]}"))]),
    (
        "codepipeline",
        &["getPipeline", "getPipelineState", "startPipelineExecution"],
        &[On::Arn(arn!("codepipeline", "{Name}"))],
    ),
    (
        "databasemigration",
        &["startReplicationTask"],
        &[On::Resource(arn!("dms", "task:{ReplicationTaskArn}"))],
    ),
    ("datasync", &["startTaskExecution"], &[On::Resource(arn!("datasync", "task/{TaskArn}"))]),
    ("docdb", &["startDBCluster", "stopDBCluster"], DB_CLUSTER),
    (
        "dynamodb",
        &["batchGetItem", "batchWriteItem"],
        &[On::Resource(arn!("dynamodb", "table/{RequestItems[keys]}"))],
    ),
    (
        "dynamodb",
        &["query", "scan"],
        // An index is asked instead of its table.
        &[On::Resource(arn!("dynamodb", "table/{TableName}{IndexName:index|}"))],
    ),
    (
        "dynamodb",
        &["transactGetItems"],
        &[On::Resource(arn!("dynamodb", "table/{TransactItems[].Get.TableName}"))],
    ),
    (
        "ec2",
        &["rebootInstances", "startInstances", "stopInstances", "terminateInstances"],
        &[On::Arn(arn!("ec2", "instance/{InstanceIds[]}"))],
    ),
    (
        "ec2",
        &["attachVolume", "detachVolume"],
        &[On::Arn(arn!("ec2", "instance/{InstanceId}")), On::Arn(arn!("ec2", "volume/{VolumeId}"))],
    ),
    (
        "ec2",
        &["createSnapshot"],
        // A snapshot has no account.
        &[
            On::Arn(arn!("ec2", "volume/{VolumeId}")),
            On::Arn("arn:${AWS::Partition}:ec2:${AWS::Region}::snapshot/*"),
        ],
    ),
    (
        "ec2",
        &["deleteSnapshot"],
        &[On::Arn("arn:${AWS::Partition}:ec2:${AWS::Region}::snapshot/{SnapshotId}")],
    ),
    (
        "ecs",
        &["createTaskSet", "deleteTaskSet", "describeTaskSets", "updateTaskSet"],
        &[On::Arn(arn!("ecs", "task-set/{Cluster:name|default}/{Service:name}/*"))],
    ),
    (
        "eks",
        &["describeCluster", "updateClusterConfig", "updateClusterVersion"],
        &[On::Arn(arn!("eks", "cluster/{Name}"))],
    ),
    (
        "eks",
        &["describeNodegroup", "updateNodegroupConfig", "updateNodegroupVersion"],
        &[On::Arn(arn!("eks", "nodegroup/{ClusterName}/{NodegroupName}/*"))],
    ),
    (
        "elasticloadbalancingv2",
        &["deregisterTargets", "registerTargets"],
        &[On::Resource(arn!("elasticloadbalancing", "targetgroup/{TargetGroupArn}"))],
    ),
    (
        "elasticloadbalancingv2",
        &["modifyListener"],
        &[On::Resource(arn!("elasticloadbalancing", "listener/{ListenerArn}"))],
    ),
    (
        "emr",
        &["setTerminationProtection", "terminateJobFlows"],
        &[On::Arn(arn!("elasticmapreduce", "cluster/{JobFlowIds[]}"))],
    ),
    (
        "emrserverless",
        &["getApplication"],
        &[On::Arn(arn!("emr-serverless", "/applications/{ApplicationId}"))],
    ),
    (
        "emrserverless",
        &["getJobRun"],
        &[On::Arn(arn!("emr-serverless", "/applications/{ApplicationId}/jobruns/{JobRunId}"))],
    ),
    (
        "sfn",
        &["listExecutions"],
        &[
            On::Resource(arn!("states", "mapRun:{MapRunArn}")),
            On::Resource(arn!("states", "stateMachine:{StateMachineArn}")),
        ],
    ),
    (
        "eventbridge",
        &["deleteRule", "describeRule", "disableRule", "enableRule", "putRule"],
        &[On::Arn(arn!("events", "rule{EventBusName:bus|}/{Name}"))],
    ),
    (
        "eventbridge",
        &["listTargetsByRule", "removeTargets"],
        &[On::Arn(arn!("events", "rule{EventBusName:bus|}/{Rule}"))],
    ),
    ("glue", &["getCrawler", "startCrawler", "stopCrawler"], &[On::Arn(arn!("glue", "crawler/{Name}"))]),
    (
        "glue",
        &["getWorkflow", "getWorkflowRun", "startWorkflowRun", "stopWorkflowRun"],
        &[On::Arn(arn!("glue", "workflow/{Name}"))],
    ),
    ("glue", &["getDatabase"], &[CATALOG, On::Arn(arn!("glue", "database/{Name}"))]),
    (
        "glue",
        &["deleteTable", "getTable"],
        &[CATALOG, DATABASE, On::Arn(arn!("glue", "table/{DatabaseName}/{Name}"))],
    ),
    (
        "glue",
        &["createTable", "updateTable"],
        &[CATALOG, DATABASE, On::Arn(arn!("glue", "table/{DatabaseName}/{TableInput.Name}"))],
    ),
    ("glue", &["getTables"], &[CATALOG, DATABASE, On::Arn(arn!("glue", "table/{DatabaseName}/*"))]),
    (
        "glue",
        &[
            "batchCreatePartition",
            "batchDeletePartition",
            "batchGetPartition",
            "createPartition",
            "deletePartition",
            "getPartition",
            "getPartitions",
            "updatePartition",
        ],
        &[CATALOG, DATABASE, On::Arn(arn!("glue", "table/{DatabaseName}/{TableName}"))],
    ),
    ("iam", &["createGroup"], new_iam!("group", "GroupName")),
    ("iam", &["createInstanceProfile"], new_iam!("instance-profile", "InstanceProfileName")),
    ("iam", &["createPolicy"], new_iam!("policy", "PolicyName")),
    ("iam", &["createRole"], new_iam!("role", "RoleName")),
    ("iam", &["createUser"], new_iam!("user", "UserName")),
    ("iotdataplane", &["publish"], &[On::Arn(arn!("iot", "topic/{Topic}"))]),
    ("kendra", &["query", "retrieve"], &[On::Arn(arn!("kendra", "index/{IndexId}"))]),
    ("lambda", &["getLayerVersionByArn"], &[On::Resource(arn!("lambda", "layer:{Arn}"))]),
    ("lexruntimev2", &["recognizeText"], &[On::Arn(arn!("lex", "bot-alias/{BotId}/{BotAliasId}"))]),
    ("mediaconvert", &["cancelJob", "getJob"], &[On::Arn(arn!("mediaconvert", "jobs/{Id}"))]),
    (
        "medialive",
        &["describeChannel", "startChannel", "stopChannel"],
        &[On::Arn(arn!("medialive", "channel:{ChannelId}"))],
    ),
    ("neptune", &["startDBCluster", "stopDBCluster"], DB_CLUSTER),
    (
        "pipes",
        &["deletePipe", "describePipe", "startPipe", "stopPipe", "updatePipe"],
        &[On::Arn(arn!("pipes", "pipe/{Name}"))],
    ),
    ("rds", &["createDBSnapshot"], &[On::Arn(arn!("rds", "db:{DbInstanceIdentifier:lower}")), DB_SNAPSHOT]),
    ("rds", &["deleteDBSnapshot"], &[DB_SNAPSHOT]),
    ("rds", &["describeDBInstances", "rebootDBInstance", "startDBInstance", "stopDBInstance"], DB_INSTANCE),
    ("rds", &["describeDBClusters", "startDBCluster", "stopDBCluster"], DB_CLUSTER),
    (
        "redshift",
        &["pauseCluster", "resumeCluster"],
        &[On::Arn(arn!("redshift", "cluster:{ClusterIdentifier}"))],
    ),
    (
        "rekognition",
        &["indexFaces", "searchFaces", "searchFacesByImage"],
        &[On::Arn(arn!("rekognition", "collection/{CollectionId}"))],
    ),
    (
        "route53",
        &["changeResourceRecordSets", "listResourceRecordSets"],
        &[On::Arn("arn:${AWS::Partition}:route53:::hostedzone/{HostedZoneId}")],
    ),
    (
        "sagemaker",
        &["deleteEndpoint", "describeEndpoint"],
        &[On::Arn(arn!("sagemaker", "endpoint/{EndpointName:lower}"))],
    ),
    (
        "sagemaker",
        &["deleteModel", "describeModel"],
        &[On::Arn(arn!("sagemaker", "model/{ModelName:lower}"))],
    ),
    (
        "sagemaker",
        &["deleteEndpointConfig", "describeEndpointConfig"],
        &[On::Arn(arn!("sagemaker", "endpoint-config/{EndpointConfigName:lower}"))],
    ),
    (
        "sagemaker",
        &["describeHyperParameterTuningJob", "stopHyperParameterTuningJob"],
        &[On::Arn(arn!("sagemaker", "hyper-parameter-tuning-job/{HyperParameterTuningJobName:lower}"))],
    ),
    (
        "sagemaker",
        &["startPipelineExecution"],
        &[On::Resource(arn!("sagemaker", "pipeline/{PipelineName:lower}"))],
    ),
    (
        "sagemaker",
        &["describeProcessingJob", "stopProcessingJob"],
        &[On::Arn(arn!("sagemaker", "processing-job/{ProcessingJobName:lower}"))],
    ),
    (
        "sagemaker",
        &["describeTrainingJob", "stopTrainingJob"],
        &[On::Arn(arn!("sagemaker", "training-job/{TrainingJobName:lower}"))],
    ),
    (
        "sagemaker",
        &["describeTransformJob", "stopTransformJob"],
        &[On::Arn(arn!("sagemaker", "transform-job/{TransformJobName:lower}"))],
    ),
    ("scheduler", &["deleteSchedule", "getSchedule"], SCHEDULE),
    (
        "scheduler",
        &["createScheduleGroup", "deleteScheduleGroup", "getScheduleGroup"],
        &[On::Arn(arn!("scheduler", "schedule-group/{Name}"))],
    ),
    ("secretsmanager", &["createSecret"], &[On::Arn(arn!("secretsmanager", "secret:{Name}-??????"))]),
    ("sns", &["createTopic"], &[On::Arn(arn!("sns", "{Name}"))]),
    (
        "ssm",
        &["deleteParameter", "getParameter", "getParameterHistory", "putParameter"],
        &[On::Resource(arn!("ssm", "parameter/{Name:path}"))],
    ),
    ("ssm", &["deleteParameters", "getParameters"], &[On::Resource(arn!("ssm", "parameter/{Names[]:path}"))]),
    (
        "ssm",
        &["getParametersByPath"],
        &[On::Arn(arn!("ssm", "parameter/{Path:path}")), On::Arn(arn!("ssm", "parameter/{Path:path}/*"))],
    ),
    (
        "ssm",
        &["startAutomationExecution"],
        // AWS's own documents have no account.
        &[
            On::Arn(arn!("ssm", "automation-definition/{DocumentName}:*")),
            On::Arn(concat!(
                "arn:${AWS::Partition}:ssm:${AWS::Region}::",
                "automation-definition/{DocumentName}:*"
            )),
        ],
    ),
    ("synthetics", &["startCanary", "stopCanary"], &[On::Arn(arn!("synthetics", "canary:{Name}"))]),
    (
        "transcribe",
        &["deleteTranscriptionJob", "getTranscriptionJob"],
        &[On::Arn(arn!("transcribe", "transcription-job/{TranscriptionJobName}"))],
    ),
];

pub(super) const ALL: &[On] = &[On::Arn("*")];
pub(super) const OBJECT: &[On] = &[On::Resource("arn:${AWS::Partition}:s3:::{Bucket}/{Key}")];
pub(super) const OBJECTS: &[On] =
    &[On::Resource("arn:${AWS::Partition}:s3:::{Bucket}/{Delete.Objects[].Key}")];
pub(super) const SCHEDULE: &[On] = &[On::Arn(arn!("scheduler", "schedule/{GroupName|default}/{Name}"))];
pub(super) const TABLES: &[On] =
    &[On::Unseen(arn!("dynamodb", "table/*"), "which tables its statements name")];
pub(super) const KEY_OF_TEXT: &[On] =
    &[On::Unseen(arn!("kms", "key/*"), "with which key the text is encrypted")];
const CATALOG: On = On::Arn(arn!("glue", "catalog"));
const DATABASE: On = On::Arn(arn!("glue", "database/{DatabaseName}"));
const DB_CLUSTER: &[On] = &[On::Arn(arn!("rds", "cluster:{DbClusterIdentifier:lower}"))];
const DB_INSTANCE: &[On] = &[On::Arn(arn!("rds", "db:{DbInstanceIdentifier:lower}"))];
const DB_SNAPSHOT: On = On::Arn(arn!("rds", "snapshot:{DbSnapshotIdentifier:lower}"));
const KNOWLEDGE_BASE: &[On] = &[On::Arn(arn!("bedrock", "knowledge-base/{KnowledgeBaseId}"))];
const LOG_GROUP: &[On] = &[On::Arn(arn!("logs", "log-group:{LogGroupName}:*"))];
