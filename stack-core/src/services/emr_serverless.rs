//! EMR Serverless: applications and their jobs.

use super::parameter::{Parameter, Value, boolean, number, text};
use super::referent::Referent;
use super::{Action, Pattern, Service};

pub(super) static SERVICE: Service = Service {
    name: "emr-serverless",
    errors: &[],
    actions: &[
        Action {
            name: "cancelJobRun",
            patterns: &[Pattern::Sync],
            parameters: &[
                text("ApplicationId").required(),
                text("JobRunId").required(),
                number("ShutdownGracePeriodInSeconds"),
            ],
            result: &["ApplicationId", "JobRunId", "SdkHttpMetadata", "SdkResponseMetadata"],
        },
        Action {
            name: "createApplication",
            patterns: &[Pattern::Sync],
            parameters: &[
                text("ReleaseLabel").required(),
                text("Type").required(),
                Parameter::new("Architecture", Value::Word(&["ARM64", "X86_64"])),
                Parameter::new("AutoStartConfiguration", Value::Object(AUTO_START_CONFIG)),
                Parameter::new("AutoStopConfiguration", Value::Object(AUTO_STOP_CONFIG)),
                text("ClientToken"),
                Parameter::new("DiskEncryptionConfiguration", Value::Object(DISK_ENCRYPTION_CONFIGURATION)),
                Parameter::new(
                    "IdentityCenterConfiguration",
                    Value::Object(IDENTITY_CENTER_CONFIGURATION_INPUT),
                ),
                Parameter::new("ImageConfiguration", Value::Object(IMAGE_CONFIGURATION_INPUT)),
                Parameter::new("InitialCapacity", Value::Map(&Value::Object(INITIAL_CAPACITY_CONFIG))),
                Parameter::new("InteractiveConfiguration", Value::Object(INTERACTIVE_CONFIGURATION)),
                Parameter::new(
                    "JobLevelCostAllocationConfiguration",
                    Value::Object(JOB_LEVEL_COST_ALLOCATION_CONFIGURATION),
                ),
                Parameter::new("MaximumCapacity", Value::Object(MAXIMUM_ALLOWED_RESOURCES)),
                Parameter::new("MonitoringConfiguration", Value::Object(MONITORING_CONFIGURATION)),
                text("Name"),
                Parameter::new("NetworkConfiguration", Value::Object(NETWORK_CONFIGURATION)),
                Parameter::new("RuntimeConfiguration", Value::List(&Value::Object(CONFIGURATION))),
                Parameter::new("SchedulerConfiguration", Value::Object(SCHEDULER_CONFIGURATION)),
                Parameter::new("Tags", Value::Map(&Value::Text)),
                Parameter::new(
                    "WorkerTypeSpecifications",
                    Value::Map(&Value::Object(WORKER_TYPE_SPECIFICATION_INPUT)),
                ),
            ],
            result: &["ApplicationId", "Arn", "Name", "SdkHttpMetadata", "SdkResponseMetadata"],
        },
        Action {
            name: "deleteApplication",
            patterns: &[Pattern::Sync],
            parameters: &[text("ApplicationId").required()],
            result: &[],
        },
        Action {
            name: "startApplication",
            patterns: &[Pattern::Sync],
            parameters: &[text("ApplicationId").required()],
            result: &[],
        },
        Action {
            name: "startJobRun",
            patterns: &[Pattern::Sync],
            parameters: &[
                text("ApplicationId").required(),
                Parameter::new("ExecutionRoleArn", Value::Names(&[Referent::ArnOfRole])).required(),
                text("ClientToken"),
                Parameter::new("ConfigurationOverrides", Value::Object(CONFIGURATION_OVERRIDES)),
                Parameter::new("ExecutionIamPolicy", Value::Object(JOB_RUN_EXECUTION_IAM_POLICY)),
                number("ExecutionTimeoutMinutes"),
                Parameter::new("FlexExecution", Value::Object(FLEX_EXECUTION)),
                Parameter::new("JobDriver", Value::Object(JOB_DRIVER)),
                Parameter::new("Mode", Value::Word(&["BATCH", "STREAMING"])),
                text("Name"),
                Parameter::new("RetryPolicy", Value::Object(RETRY_POLICY)),
                Parameter::new("Tags", Value::Map(&Value::Text)),
            ],
            result: &["ApplicationId", "Arn", "JobRunId", "SdkHttpMetadata", "SdkResponseMetadata"],
        },
        Action {
            name: "stopApplication",
            patterns: &[Pattern::Sync],
            parameters: &[text("ApplicationId").required()],
            result: &[],
        },
    ],
};

const AUTO_START_CONFIG: &[Parameter] = &[boolean("Enabled")];
const AUTO_STOP_CONFIG: &[Parameter] = &[boolean("Enabled"), number("IdleTimeoutMinutes")];
const CLOUD_WATCH_LOGGING_CONFIGURATION: &[Parameter] = &[
    boolean("Enabled").required(),
    text("EncryptionKeyArn"),
    text("LogGroupName"),
    text("LogStreamNamePrefix"),
    Parameter::new("LogTypes", Value::Map(&Value::List(&Value::Text))),
];
const CONFIGURATION: &[Parameter] = &[
    text("Classification").required(),
    Parameter::new("Configurations", Value::List(&OBJECT)),
    Parameter::new("Properties", Value::Map(&Value::Text)),
];
const CONFIGURATION_OVERRIDES: &[Parameter] = &[
    Parameter::new("ApplicationConfiguration", Value::List(&Value::Object(CONFIGURATION))),
    Parameter::new("DiskEncryptionConfiguration", Value::Object(DISK_ENCRYPTION_CONFIGURATION)),
    Parameter::new("MonitoringConfiguration", Value::Object(MONITORING_CONFIGURATION)),
];
const DISK_ENCRYPTION_CONFIGURATION: &[Parameter] =
    &[Parameter::new("EncryptionContext", Value::Map(&Value::Text)), text("EncryptionKeyArn")];
const FLEX_EXECUTION: &[Parameter] = &[boolean("Enabled")];
const HIVE: &[Parameter] = &[text("Query").required(), text("InitQueryFile"), text("Parameters")];
const IDENTITY_CENTER_CONFIGURATION_INPUT: &[Parameter] =
    &[text("IdentityCenterInstanceArn"), boolean("UserBackgroundSessionsEnabled")];
const IMAGE_CONFIGURATION_INPUT: &[Parameter] =
    &[boolean("ApplicationLevelDigestResolution"), text("ImageUri")];
const INITIAL_CAPACITY_CONFIG: &[Parameter] = &[
    number("WorkerCount").required(),
    Parameter::new("WorkerConfiguration", Value::Object(WORKER_RESOURCE_CONFIG)),
];
const INTERACTIVE_CONFIGURATION: &[Parameter] =
    &[boolean("LivyEndpointEnabled"), boolean("SessionEnabled"), boolean("StudioEnabled")];
const JOB_DRIVER: &[Parameter] = &[
    Parameter::new("Hive", Value::Object(HIVE)),
    Parameter::new("SparkSubmit", Value::Object(SPARK_SUBMIT)),
];
const JOB_LEVEL_COST_ALLOCATION_CONFIGURATION: &[Parameter] = &[boolean("Enabled")];
const JOB_RUN_EXECUTION_IAM_POLICY: &[Parameter] =
    &[text("Policy"), Parameter::new("PolicyArns", Value::List(&Value::Text))];
const MANAGED_PERSISTENCE_MONITORING_CONFIGURATION: &[Parameter] =
    &[boolean("Enabled"), text("EncryptionKeyArn")];
const MAXIMUM_ALLOWED_RESOURCES: &[Parameter] =
    &[text("Cpu").required(), text("Memory").required(), text("Disk")];
const MONITORING_CONFIGURATION: &[Parameter] = &[
    Parameter::new("CloudWatchLoggingConfiguration", Value::Object(CLOUD_WATCH_LOGGING_CONFIGURATION)),
    Parameter::new(
        "ManagedPersistenceMonitoringConfiguration",
        Value::Object(MANAGED_PERSISTENCE_MONITORING_CONFIGURATION),
    ),
    Parameter::new("PrometheusMonitoringConfiguration", Value::Object(PROMETHEUS_MONITORING_CONFIGURATION)),
    Parameter::new("S3MonitoringConfiguration", Value::Object(S3_MONITORING_CONFIGURATION)),
];
const NETWORK_CONFIGURATION: &[Parameter] = &[
    Parameter::new("SecurityGroupIds", Value::List(&Value::Names(&[Referent::IdOfSecurityGroup]))),
    Parameter::new("SubnetIds", Value::List(&Value::Names(&[Referent::IdOfSubnet]))),
];
const PROMETHEUS_MONITORING_CONFIGURATION: &[Parameter] = &[text("RemoteWriteUrl")];
const RETRY_POLICY: &[Parameter] = &[number("MaxAttempts"), number("MaxFailedAttemptsPerHour")];
const S3_MONITORING_CONFIGURATION: &[Parameter] = &[text("EncryptionKeyArn"), text("LogUri")];
const SCHEDULER_CONFIGURATION: &[Parameter] = &[number("MaxConcurrentRuns"), number("QueueTimeoutMinutes")];
const SPARK_SUBMIT: &[Parameter] = &[
    text("EntryPoint").required(),
    Parameter::new("EntryPointArguments", Value::List(&Value::Text)),
    text("SparkSubmitParameters"),
];
const WORKER_RESOURCE_CONFIG: &[Parameter] =
    &[text("Cpu").required(), text("Memory").required(), text("Disk"), text("DiskType")];
const WORKER_TYPE_SPECIFICATION_INPUT: &[Parameter] =
    &[Parameter::new("ImageConfiguration", Value::Object(IMAGE_CONFIGURATION_INPUT))];
/// An object whose members are not listed.
const OBJECT: Value = Value::Map(&Value::Any);
