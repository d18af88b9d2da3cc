//! Which parameter names the resource of actions whose parameters name something else than in the rest of their service.

use super::resources::{ALL, KNOWLEDGE_BASE, LOG_GROUP, SCHEDULE};
use crate::grant::{NamedResource, Target};
use crate::services::codebuild;

/// An entity of IAM that is created, with the path that it is given.
macro_rules! new_iam {
    ($kind:literal, $parameter:literal) => {
        &[Target::Arn(concat!(
            "arn:${AWS::Partition}:iam::${AWS::AccountId}:",
            $kind,
            "{Path|/}{",
            $parameter,
            "}"
        ))]
    };
}

/// Actions whose parameters name something else than in the rest of their service.
pub(super) const RESOURCES_OF_ACTIONS: &[(&str, &[&str], &[Target])] = &[
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
    (
        "appflow",
        &["describeFlow", "startFlow", "stopFlow"],
        &[Target::Arn(arn!("appflow", "flow/{FlowName}"))],
    ),
    ("athena", &["getWorkGroup"], &[Target::Arn(arn!("athena", "workgroup/{WorkGroup}"))]),
    ("batch", &["cancelJob", "terminateJob"], &[Target::Arn(arn!("batch", "job/{JobId}"))]),
    (
        "autoscaling",
        &["setDesiredCapacity", "startInstanceRefresh", "updateAutoScalingGroup"],
        // The group's id, which is not known, stands before its name.
        &[Target::Arn(arn!("autoscaling", "autoScalingGroup:*:autoScalingGroupName/{AutoScalingGroupName}"))],
    ),
    (
        "bedrockagentcore",
        &["getAgentCard", "invokeAgentRuntime", "invokeAgentRuntimeCommand", "stopRuntimeSession"],
        // With its endpoints.
        &[
            Target::Resource(arn!("bedrock-agentcore", "runtime/{AgentRuntimeArn}")),
            Target::Resource(arn!("bedrock-agentcore", "runtime/{AgentRuntimeArn}/*")),
        ],
    ),
    ("bedrockagentruntime", &["retrieve"], KNOWLEDGE_BASE),
    (
        "cloudwatch",
        &["putMetricAlarm", "setAlarmState"],
        &[Target::Arn(arn!("cloudwatch", "alarm:{AlarmName}"))],
    ),
    ("cloudwatchlogs", &["createLogStream"], LOG_GROUP),
    (
        "codebuild",
        &["batchGetBuildBatches", "batchGetBuilds"],
        &[Target::Named(NamedResource { parameter: "Ids[]", ..codebuild::BUILD })],
    ),
    ("codebuild", &["batchGetProjects"], &[Target::Resource(arn!("codebuild", "project/{Names[]}"))]),
    (
        "codepipeline",
        &["getPipeline", "getPipelineState", "startPipelineExecution"],
        &[Target::Arn(arn!("codepipeline", "{Name}"))],
    ),
    (
        "databasemigration",
        &["startReplicationTask"],
        &[Target::Resource(arn!("dms", "task:{ReplicationTaskArn}"))],
    ),
    ("datasync", &["startTaskExecution"], &[Target::Resource(arn!("datasync", "task/{TaskArn}"))]),
    ("docdb", &["startDBCluster", "stopDBCluster"], DB_CLUSTER),
    (
        "dynamodb",
        &["batchGetItem", "batchWriteItem"],
        &[Target::Resource(arn!("dynamodb", "table/{RequestItems[keys]}"))],
    ),
    (
        "dynamodb",
        &["query", "scan"],
        // An index is asked instead of its table.
        &[Target::Resource(arn!("dynamodb", "table/{TableName}{IndexName:index|}"))],
    ),
    (
        "dynamodb",
        &["transactGetItems"],
        &[Target::Resource(arn!("dynamodb", "table/{TransactItems[].Get.TableName}"))],
    ),
    (
        "ec2",
        &["rebootInstances", "startInstances", "stopInstances", "terminateInstances"],
        &[Target::Arn(arn!("ec2", "instance/{InstanceIds[]}"))],
    ),
    (
        "ec2",
        &["attachVolume", "detachVolume"],
        &[Target::Arn(arn!("ec2", "instance/{InstanceId}")), Target::Arn(arn!("ec2", "volume/{VolumeId}"))],
    ),
    (
        "ec2",
        &["createSnapshot"],
        // A snapshot has no account.
        &[
            Target::Arn(arn!("ec2", "volume/{VolumeId}")),
            Target::Arn("arn:${AWS::Partition}:ec2:${AWS::Region}::snapshot/*"),
        ],
    ),
    (
        "ec2",
        &["deleteSnapshot"],
        &[Target::Arn("arn:${AWS::Partition}:ec2:${AWS::Region}::snapshot/{SnapshotId}")],
    ),
    (
        "ecs",
        &["createTaskSet", "deleteTaskSet", "describeTaskSets", "updateTaskSet"],
        &[Target::Arn(arn!("ecs", "task-set/{Cluster:name|default}/{Service:name}/*"))],
    ),
    (
        "eks",
        &["describeCluster", "updateClusterConfig", "updateClusterVersion"],
        &[Target::Arn(arn!("eks", "cluster/{Name}"))],
    ),
    (
        "eks",
        &["describeNodegroup", "updateNodegroupConfig", "updateNodegroupVersion"],
        &[Target::Arn(arn!("eks", "nodegroup/{ClusterName}/{NodegroupName}/*"))],
    ),
    (
        "elasticloadbalancingv2",
        &["deregisterTargets", "registerTargets"],
        &[Target::Resource(arn!("elasticloadbalancing", "targetgroup/{TargetGroupArn}"))],
    ),
    (
        "elasticloadbalancingv2",
        &["modifyListener"],
        &[Target::Resource(arn!("elasticloadbalancing", "listener/{ListenerArn}"))],
    ),
    (
        "emr",
        &["setTerminationProtection", "terminateJobFlows"],
        &[Target::Arn(arn!("elasticmapreduce", "cluster/{JobFlowIds[]}"))],
    ),
    (
        "emrserverless",
        &["getApplication"],
        &[Target::Arn(arn!("emr-serverless", "/applications/{ApplicationId}"))],
    ),
    (
        "emrserverless",
        &["getJobRun"],
        &[Target::Arn(arn!("emr-serverless", "/applications/{ApplicationId}/jobruns/{JobRunId}"))],
    ),
    (
        "sfn",
        &["listExecutions"],
        &[
            Target::Resource(arn!("states", "mapRun:{MapRunArn}")),
            Target::Resource(arn!("states", "stateMachine:{StateMachineArn}")),
        ],
    ),
    (
        "eventbridge",
        &["deleteRule", "describeRule", "disableRule", "enableRule", "putRule"],
        &[Target::Arn(arn!("events", "rule{EventBusName:bus|}/{Name}"))],
    ),
    (
        "eventbridge",
        &["listTargetsByRule", "removeTargets"],
        &[Target::Arn(arn!("events", "rule{EventBusName:bus|}/{Rule}"))],
    ),
    ("glue", &["getCrawler", "startCrawler", "stopCrawler"], &[Target::Arn(arn!("glue", "crawler/{Name}"))]),
    (
        "glue",
        &["getWorkflow", "getWorkflowRun", "startWorkflowRun", "stopWorkflowRun"],
        &[Target::Arn(arn!("glue", "workflow/{Name}"))],
    ),
    ("glue", &["getDatabase"], &[CATALOG, Target::Arn(arn!("glue", "database/{Name}"))]),
    (
        "glue",
        &["deleteTable", "getTable"],
        &[CATALOG, DATABASE, Target::Arn(arn!("glue", "table/{DatabaseName}/{Name}"))],
    ),
    (
        "glue",
        &["createTable", "updateTable"],
        &[CATALOG, DATABASE, Target::Arn(arn!("glue", "table/{DatabaseName}/{TableInput.Name}"))],
    ),
    ("glue", &["getTables"], &[CATALOG, DATABASE, Target::Arn(arn!("glue", "table/{DatabaseName}/*"))]),
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
        &[CATALOG, DATABASE, Target::Arn(arn!("glue", "table/{DatabaseName}/{TableName}"))],
    ),
    ("iam", &["createGroup"], new_iam!("group", "GroupName")),
    ("iam", &["createInstanceProfile"], new_iam!("instance-profile", "InstanceProfileName")),
    ("iam", &["createPolicy"], new_iam!("policy", "PolicyName")),
    ("iam", &["createRole"], new_iam!("role", "RoleName")),
    ("iam", &["createUser"], new_iam!("user", "UserName")),
    ("iotdataplane", &["publish"], &[Target::Arn(arn!("iot", "topic/{Topic}"))]),
    ("kendra", &["query", "retrieve"], &[Target::Arn(arn!("kendra", "index/{IndexId}"))]),
    ("lambda", &["getLayerVersionByArn"], &[Target::Resource(arn!("lambda", "layer:{Arn}"))]),
    ("lexruntimev2", &["recognizeText"], &[Target::Arn(arn!("lex", "bot-alias/{BotId}/{BotAliasId}"))]),
    ("mediaconvert", &["cancelJob", "getJob"], &[Target::Arn(arn!("mediaconvert", "jobs/{Id}"))]),
    (
        "medialive",
        &["describeChannel", "startChannel", "stopChannel"],
        &[Target::Arn(arn!("medialive", "channel:{ChannelId}"))],
    ),
    ("neptune", &["startDBCluster", "stopDBCluster"], DB_CLUSTER),
    (
        "pipes",
        &["deletePipe", "describePipe", "startPipe", "stopPipe", "updatePipe"],
        &[Target::Arn(arn!("pipes", "pipe/{Name}"))],
    ),
    (
        "rds",
        &["createDBSnapshot"],
        &[Target::Arn(arn!("rds", "db:{DbInstanceIdentifier:lower}")), DB_SNAPSHOT],
    ),
    ("rds", &["deleteDBSnapshot"], &[DB_SNAPSHOT]),
    ("rds", &["describeDBInstances", "rebootDBInstance", "startDBInstance", "stopDBInstance"], DB_INSTANCE),
    ("rds", &["describeDBClusters", "startDBCluster", "stopDBCluster"], DB_CLUSTER),
    (
        "redshift",
        &["pauseCluster", "resumeCluster"],
        &[Target::Arn(arn!("redshift", "cluster:{ClusterIdentifier}"))],
    ),
    (
        "rekognition",
        &["indexFaces", "searchFaces", "searchFacesByImage"],
        &[Target::Arn(arn!("rekognition", "collection/{CollectionId}"))],
    ),
    (
        "route53",
        &["changeResourceRecordSets", "listResourceRecordSets"],
        &[Target::Arn("arn:${AWS::Partition}:route53:::hostedzone/{HostedZoneId}")],
    ),
    (
        "sagemaker",
        &["deleteEndpoint", "describeEndpoint"],
        &[Target::Arn(arn!("sagemaker", "endpoint/{EndpointName:lower}"))],
    ),
    (
        "sagemaker",
        &["deleteModel", "describeModel"],
        &[Target::Arn(arn!("sagemaker", "model/{ModelName:lower}"))],
    ),
    (
        "sagemaker",
        &["deleteEndpointConfig", "describeEndpointConfig"],
        &[Target::Arn(arn!("sagemaker", "endpoint-config/{EndpointConfigName:lower}"))],
    ),
    (
        "sagemaker",
        &["describeHyperParameterTuningJob", "stopHyperParameterTuningJob"],
        &[Target::Arn(arn!("sagemaker", "hyper-parameter-tuning-job/{HyperParameterTuningJobName:lower}"))],
    ),
    (
        "sagemaker",
        &["startPipelineExecution"],
        &[Target::Resource(arn!("sagemaker", "pipeline/{PipelineName:lower}"))],
    ),
    (
        "sagemaker",
        &["describeProcessingJob", "stopProcessingJob"],
        &[Target::Arn(arn!("sagemaker", "processing-job/{ProcessingJobName:lower}"))],
    ),
    (
        "sagemaker",
        &["describeTrainingJob", "stopTrainingJob"],
        &[Target::Arn(arn!("sagemaker", "training-job/{TrainingJobName:lower}"))],
    ),
    (
        "sagemaker",
        &["describeTransformJob", "stopTransformJob"],
        &[Target::Arn(arn!("sagemaker", "transform-job/{TransformJobName:lower}"))],
    ),
    ("scheduler", &["deleteSchedule", "getSchedule"], SCHEDULE),
    (
        "scheduler",
        &["createScheduleGroup", "deleteScheduleGroup", "getScheduleGroup"],
        &[Target::Arn(arn!("scheduler", "schedule-group/{Name}"))],
    ),
    ("secretsmanager", &["createSecret"], &[Target::Arn(arn!("secretsmanager", "secret:{Name}-??????"))]),
    ("sns", &["createTopic"], &[Target::Arn(arn!("sns", "{Name}"))]),
    (
        "ssm",
        &["deleteParameter", "getParameter", "getParameterHistory", "putParameter"],
        &[Target::Resource(arn!("ssm", "parameter/{Name:path}"))],
    ),
    (
        "ssm",
        &["deleteParameters", "getParameters"],
        &[Target::Resource(arn!("ssm", "parameter/{Names[]:path}"))],
    ),
    (
        "ssm",
        &["getParametersByPath"],
        &[
            Target::Arn(arn!("ssm", "parameter/{Path:path}")),
            Target::Arn(arn!("ssm", "parameter/{Path:path}/*")),
        ],
    ),
    (
        "ssm",
        &["startAutomationExecution"],
        // AWS's own documents have no account.
        &[
            Target::Arn(arn!("ssm", "automation-definition/{DocumentName}:*")),
            Target::Arn(concat!(
                "arn:${AWS::Partition}:ssm:${AWS::Region}::",
                "automation-definition/{DocumentName}:*"
            )),
        ],
    ),
    ("synthetics", &["startCanary", "stopCanary"], &[Target::Arn(arn!("synthetics", "canary:{Name}"))]),
    (
        "transcribe",
        &["deleteTranscriptionJob", "getTranscriptionJob"],
        &[Target::Arn(arn!("transcribe", "transcription-job/{TranscriptionJobName}"))],
    ),
];

const CATALOG: Target = Target::Arn(arn!("glue", "catalog"));
const DATABASE: Target = Target::Arn(arn!("glue", "database/{DatabaseName}"));
const DB_CLUSTER: &[Target] = &[Target::Arn(arn!("rds", "cluster:{DbClusterIdentifier:lower}"))];
const DB_INSTANCE: &[Target] = &[Target::Arn(arn!("rds", "db:{DbInstanceIdentifier:lower}"))];
const DB_SNAPSHOT: Target = Target::Arn(arn!("rds", "snapshot:{DbSnapshotIdentifier:lower}"));
