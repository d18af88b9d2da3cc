//! Which parameter names the resource of actions whose parameters name something else than in the rest of their service.

use super::resources::{ALL, KNOWLEDGE_BASE, LOG_GROUP, SCHEDULE};
use crate::grant::{NamedResource, Target};
use crate::services::codebuild;

/// An entity of IAM that is created, with the path that it is given.
macro_rules! new_iam {
    ($kind:literal, $parameter:literal) => {
        &[on_arn!(concat!(
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
        "apigateway",
        &["createBasePathMapping"],
        &[on_arn!(
            "arn:${AWS::Partition}:apigateway:${AWS::Region}::/domainnames/{DomainName}/basepathmappings"
        )],
    ),
    (
        "apigatewayv2",
        &["createApiMapping"],
        &[on_arn!("arn:${AWS::Partition}:apigateway:${AWS::Region}::/domainnames/{DomainName}/apimappings")],
    ),
    ("appflow", &["describeFlow", "startFlow", "stopFlow"], &[on_arn!(arn!("appflow", "flow/{FlowName}"))]),
    ("athena", &["getWorkGroup"], &[on_arn!(arn!("athena", "workgroup/{WorkGroup}"))]),
    ("batch", &["cancelJob", "terminateJob"], &[on_arn!(arn!("batch", "job/{JobId}"))]),
    (
        "autoscaling",
        &["setDesiredCapacity", "startInstanceRefresh", "updateAutoScalingGroup"],
        // The group's id, which is not known, stands before its name.
        &[on_arn!(arn!("autoscaling", "autoScalingGroup:*:autoScalingGroupName/{AutoScalingGroupName}"))],
    ),
    (
        "bedrockagentcore",
        &["getAgentCard", "invokeAgentRuntime", "invokeAgentRuntimeCommand", "stopRuntimeSession"],
        // With its endpoints.
        &[
            on_resource!(arn!("bedrock-agentcore", "runtime/{AgentRuntimeArn}")),
            on_resource!(arn!("bedrock-agentcore", "runtime/{AgentRuntimeArn}/*")),
        ],
    ),
    ("bedrockagentruntime", &["retrieve"], KNOWLEDGE_BASE),
    ("cloudwatch", &["putMetricAlarm", "setAlarmState"], &[on_arn!(arn!("cloudwatch", "alarm:{AlarmName}"))]),
    ("cloudwatchlogs", &["createLogStream"], LOG_GROUP),
    (
        "codebuild",
        &["batchGetBuildBatches", "batchGetBuilds"],
        &[Target::Named(NamedResource { parameter: "Ids[]", ..codebuild::BUILD })],
    ),
    ("codebuild", &["batchGetProjects"], &[on_resource!(arn!("codebuild", "project/{Names[]}"))]),
    (
        "codepipeline",
        &["getPipeline", "getPipelineState", "startPipelineExecution"],
        &[on_arn!(arn!("codepipeline", "{Name}"))],
    ),
    (
        "databasemigration",
        &["startReplicationTask"],
        &[on_resource!(arn!("dms", "task:{ReplicationTaskArn}"))],
    ),
    ("datasync", &["startTaskExecution"], &[on_resource!(arn!("datasync", "task/{TaskArn}"))]),
    ("docdb", &["startDBCluster", "stopDBCluster"], DB_CLUSTER),
    (
        "dynamodb",
        &["batchGetItem", "batchWriteItem"],
        &[on_resource!(arn!("dynamodb", "table/{RequestItems[keys]}"))],
    ),
    (
        "dynamodb",
        &["query", "scan"],
        // An index is asked instead of its table.
        &[on_resource!(arn!("dynamodb", "table/{TableName}{IndexName:index|}"))],
    ),
    (
        "dynamodb",
        &["transactGetItems"],
        &[on_resource!(arn!("dynamodb", "table/{TransactItems[].Get.TableName}"))],
    ),
    (
        "ec2",
        &["rebootInstances", "startInstances", "stopInstances", "terminateInstances"],
        &[on_arn!(arn!("ec2", "instance/{InstanceIds[]}"))],
    ),
    (
        "ec2",
        &["attachVolume", "detachVolume"],
        &[on_arn!(arn!("ec2", "instance/{InstanceId}")), on_arn!(arn!("ec2", "volume/{VolumeId}"))],
    ),
    (
        "ec2",
        &["createSnapshot"],
        // A snapshot has no account.
        &[
            on_arn!(arn!("ec2", "volume/{VolumeId}")),
            on_arn!("arn:${AWS::Partition}:ec2:${AWS::Region}::snapshot/*"),
        ],
    ),
    (
        "ec2",
        &["deleteSnapshot"],
        &[on_arn!("arn:${AWS::Partition}:ec2:${AWS::Region}::snapshot/{SnapshotId}")],
    ),
    (
        "ecs",
        &["createTaskSet", "deleteTaskSet", "describeTaskSets", "updateTaskSet"],
        &[on_arn!(arn!("ecs", "task-set/{Cluster:name|default}/{Service:name}/*"))],
    ),
    (
        "eks",
        &["describeCluster", "updateClusterConfig", "updateClusterVersion"],
        &[on_arn!(arn!("eks", "cluster/{Name}"))],
    ),
    (
        "eks",
        &["describeNodegroup", "updateNodegroupConfig", "updateNodegroupVersion"],
        &[on_arn!(arn!("eks", "nodegroup/{ClusterName}/{NodegroupName}/*"))],
    ),
    (
        "elasticloadbalancingv2",
        &["deregisterTargets", "registerTargets"],
        &[on_resource!(arn!("elasticloadbalancing", "targetgroup/{TargetGroupArn}"))],
    ),
    (
        "elasticloadbalancingv2",
        &["modifyListener"],
        &[on_resource!(arn!("elasticloadbalancing", "listener/{ListenerArn}"))],
    ),
    (
        "emr",
        &["setTerminationProtection", "terminateJobFlows"],
        &[on_arn!(arn!("elasticmapreduce", "cluster/{JobFlowIds[]}"))],
    ),
    (
        "emrserverless",
        &["getApplication"],
        &[on_arn!(arn!("emr-serverless", "/applications/{ApplicationId}"))],
    ),
    (
        "emrserverless",
        &["getJobRun"],
        &[on_arn!(arn!("emr-serverless", "/applications/{ApplicationId}/jobruns/{JobRunId}"))],
    ),
    (
        "sfn",
        &["listExecutions"],
        &[
            on_resource!(arn!("states", "mapRun:{MapRunArn}")),
            on_resource!(arn!("states", "stateMachine:{StateMachineArn}")),
        ],
    ),
    (
        "eventbridge",
        &["deleteRule", "describeRule", "disableRule", "enableRule", "putRule"],
        &[on_arn!(arn!("events", "rule{EventBusName:bus|}/{Name}"))],
    ),
    (
        "eventbridge",
        &["listTargetsByRule", "removeTargets"],
        &[on_arn!(arn!("events", "rule{EventBusName:bus|}/{Rule}"))],
    ),
    ("glue", &["getCrawler", "startCrawler", "stopCrawler"], &[on_arn!(arn!("glue", "crawler/{Name}"))]),
    (
        "glue",
        &["getWorkflow", "getWorkflowRun", "startWorkflowRun", "stopWorkflowRun"],
        &[on_arn!(arn!("glue", "workflow/{Name}"))],
    ),
    ("glue", &["getDatabase"], &[CATALOG, on_arn!(arn!("glue", "database/{Name}"))]),
    (
        "glue",
        &["deleteTable", "getTable"],
        &[CATALOG, DATABASE, on_arn!(arn!("glue", "table/{DatabaseName}/{Name}"))],
    ),
    (
        "glue",
        &["createTable", "updateTable"],
        &[CATALOG, DATABASE, on_arn!(arn!("glue", "table/{DatabaseName}/{TableInput.Name}"))],
    ),
    ("glue", &["getTables"], &[CATALOG, DATABASE, on_arn!(arn!("glue", "table/{DatabaseName}/*"))]),
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
        &[CATALOG, DATABASE, on_arn!(arn!("glue", "table/{DatabaseName}/{TableName}"))],
    ),
    ("iam", &["createGroup"], new_iam!("group", "GroupName")),
    ("iam", &["createInstanceProfile"], new_iam!("instance-profile", "InstanceProfileName")),
    ("iam", &["createPolicy"], new_iam!("policy", "PolicyName")),
    ("iam", &["createRole"], new_iam!("role", "RoleName")),
    ("iam", &["createUser"], new_iam!("user", "UserName")),
    ("iotdataplane", &["publish"], &[on_arn!(arn!("iot", "topic/{Topic}"))]),
    ("kendra", &["query", "retrieve"], &[on_arn!(arn!("kendra", "index/{IndexId}"))]),
    ("lambda", &["getLayerVersionByArn"], &[on_resource!(arn!("lambda", "layer:{Arn}"))]),
    ("lexruntimev2", &["recognizeText"], &[on_arn!(arn!("lex", "bot-alias/{BotId}/{BotAliasId}"))]),
    ("mediaconvert", &["cancelJob", "getJob"], &[on_arn!(arn!("mediaconvert", "jobs/{Id}"))]),
    (
        "medialive",
        &["describeChannel", "startChannel", "stopChannel"],
        &[on_arn!(arn!("medialive", "channel:{ChannelId}"))],
    ),
    ("neptune", &["startDBCluster", "stopDBCluster"], DB_CLUSTER),
    (
        "pipes",
        &["deletePipe", "describePipe", "startPipe", "stopPipe", "updatePipe"],
        &[on_arn!(arn!("pipes", "pipe/{Name}"))],
    ),
    ("rds", &["createDBSnapshot"], &[on_arn!(arn!("rds", "db:{DbInstanceIdentifier:lower}")), DB_SNAPSHOT]),
    ("rds", &["deleteDBSnapshot"], &[DB_SNAPSHOT]),
    ("rds", &["describeDBInstances", "rebootDBInstance", "startDBInstance", "stopDBInstance"], DB_INSTANCE),
    ("rds", &["describeDBClusters", "startDBCluster", "stopDBCluster"], DB_CLUSTER),
    (
        "redshift",
        &["pauseCluster", "resumeCluster"],
        &[on_arn!(arn!("redshift", "cluster:{ClusterIdentifier}"))],
    ),
    (
        "rekognition",
        &["indexFaces", "searchFaces", "searchFacesByImage"],
        &[on_arn!(arn!("rekognition", "collection/{CollectionId}"))],
    ),
    (
        "route53",
        &["changeResourceRecordSets", "listResourceRecordSets"],
        &[on_arn!("arn:${AWS::Partition}:route53:::hostedzone/{HostedZoneId}")],
    ),
    (
        "sagemaker",
        &["deleteEndpoint", "describeEndpoint"],
        &[on_arn!(arn!("sagemaker", "endpoint/{EndpointName:lower}"))],
    ),
    (
        "sagemaker",
        &["deleteModel", "describeModel"],
        &[on_arn!(arn!("sagemaker", "model/{ModelName:lower}"))],
    ),
    (
        "sagemaker",
        &["deleteEndpointConfig", "describeEndpointConfig"],
        &[on_arn!(arn!("sagemaker", "endpoint-config/{EndpointConfigName:lower}"))],
    ),
    (
        "sagemaker",
        &["describeHyperParameterTuningJob", "stopHyperParameterTuningJob"],
        &[on_arn!(arn!("sagemaker", "hyper-parameter-tuning-job/{HyperParameterTuningJobName:lower}"))],
    ),
    (
        "sagemaker",
        &["startPipelineExecution"],
        &[on_resource!(arn!("sagemaker", "pipeline/{PipelineName:lower}"))],
    ),
    (
        "sagemaker",
        &["describeProcessingJob", "stopProcessingJob"],
        &[on_arn!(arn!("sagemaker", "processing-job/{ProcessingJobName:lower}"))],
    ),
    (
        "sagemaker",
        &["describeTrainingJob", "stopTrainingJob"],
        &[on_arn!(arn!("sagemaker", "training-job/{TrainingJobName:lower}"))],
    ),
    (
        "sagemaker",
        &["describeTransformJob", "stopTransformJob"],
        &[on_arn!(arn!("sagemaker", "transform-job/{TransformJobName:lower}"))],
    ),
    ("scheduler", &["deleteSchedule", "getSchedule"], SCHEDULE),
    (
        "scheduler",
        &["createScheduleGroup", "deleteScheduleGroup", "getScheduleGroup"],
        &[on_arn!(arn!("scheduler", "schedule-group/{Name}"))],
    ),
    ("secretsmanager", &["createSecret"], &[on_arn!(arn!("secretsmanager", "secret:{Name}-??????"))]),
    ("sns", &["createTopic"], &[on_arn!(arn!("sns", "{Name}"))]),
    (
        "ssm",
        &["deleteParameter", "getParameter", "getParameterHistory", "putParameter"],
        &[on_resource!(arn!("ssm", "parameter/{Name:path}"))],
    ),
    ("ssm", &["deleteParameters", "getParameters"], &[on_resource!(arn!("ssm", "parameter/{Names[]:path}"))]),
    (
        "ssm",
        &["getParametersByPath"],
        &[on_arn!(arn!("ssm", "parameter/{Path:path}")), on_arn!(arn!("ssm", "parameter/{Path:path}/*"))],
    ),
    (
        "ssm",
        &["startAutomationExecution"],
        // AWS's own documents have no account.
        &[
            on_arn!(arn!("ssm", "automation-definition/{DocumentName}:*")),
            on_arn!(concat!(
                "arn:${AWS::Partition}:ssm:${AWS::Region}::",
                "automation-definition/{DocumentName}:*"
            )),
        ],
    ),
    ("synthetics", &["startCanary", "stopCanary"], &[on_arn!(arn!("synthetics", "canary:{Name}"))]),
    (
        "transcribe",
        &["deleteTranscriptionJob", "getTranscriptionJob"],
        &[on_arn!(arn!("transcribe", "transcription-job/{TranscriptionJobName}"))],
    ),
];

const CATALOG: Target = on_arn!(arn!("glue", "catalog"));
const DATABASE: Target = on_arn!(arn!("glue", "database/{DatabaseName}"));
const DB_CLUSTER: &[Target] = &[on_arn!(arn!("rds", "cluster:{DbClusterIdentifier:lower}"))];
const DB_INSTANCE: &[Target] = &[on_arn!(arn!("rds", "db:{DbInstanceIdentifier:lower}"))];
const DB_SNAPSHOT: Target = on_arn!(arn!("rds", "snapshot:{DbSnapshotIdentifier:lower}"));
