//! EMR on EKS: virtual clusters and their jobs.

use super::parameter::{Parameter, Value, boolean, number, text};
use super::referent::Referent;
use super::{Action, Pattern, Service};

pub(super) static SERVICE: Service = Service {
    name: "emr-containers",
    errors: &[],
    actions: &[
        Action {
            name: "createVirtualCluster",
            patterns: &[],
            parameters: &[
                Parameter::new("ContainerProvider", Value::Object(CONTAINER_PROVIDER)).required(),
                text("Name").required(),
                text("ClientToken"),
                Parameter::new("SchedulerConfiguration", Value::Object(SCHEDULER_CONFIGURATION)),
                text("SecurityConfigurationId"),
                boolean("SessionEnabled"),
                Parameter::new("Tags", Value::Map(&Value::Text)),
            ],
            result: &["Arn", "Id", "Name", "SdkHttpMetadata", "SdkResponseMetadata"],
        },
        Action {
            name: "deleteVirtualCluster",
            patterns: &[Pattern::Sync],
            parameters: &[text("Id").required()],
            result: &["Id", "SdkHttpMetadata", "SdkResponseMetadata"],
        },
        Action {
            name: "startJobRun",
            patterns: &[Pattern::Sync],
            parameters: &[
                text("VirtualClusterId").required(),
                text("ClientToken"),
                Parameter::new("ConfigurationOverrides", Value::Object(CONFIGURATION_OVERRIDES)),
                Parameter::new("ExecutionRoleArn", Value::Names(&[Referent::ArnOfRole])),
                Parameter::new("JobDriver", Value::Object(JOB_DRIVER)),
                text("JobTemplateId"),
                Parameter::new("JobTemplateParameters", Value::Map(&Value::Text)),
                text("Name"),
                text("ReleaseLabel"),
                Parameter::new("RetryPolicyConfiguration", Value::Object(RETRY_POLICY_CONFIGURATION)),
                Parameter::new("Tags", Value::Map(&Value::Text)),
            ],
            result: &["Arn", "Id", "Name", "VirtualClusterId", "SdkHttpMetadata", "SdkResponseMetadata"],
        },
    ],
};

const CLOUD_WATCH_MONITORING_CONFIGURATION: &[Parameter] =
    &[text("LogGroupName").required(), text("LogStreamNamePrefix")];
const CONFIGURATION: &[Parameter] = &[
    text("Classification").required(),
    Parameter::new("Configurations", Value::List(&OBJECT)),
    Parameter::new("Properties", Value::Map(&Value::Text)),
];
const CONFIGURATION_OVERRIDES: &[Parameter] = &[
    Parameter::new("ApplicationConfiguration", Value::List(&Value::Object(CONFIGURATION))),
    Parameter::new("MonitoringConfiguration", Value::Object(MONITORING_CONFIGURATION)),
];
const CONTAINER_INFO: &[Parameter] = &[Parameter::new("EksInfo", Value::Object(EKS_INFO))];
const CONTAINER_LOG_ROTATION_CONFIGURATION: &[Parameter] =
    &[number("MaxFilesToKeep").required(), text("RotationSize").required()];
const CONTAINER_PROVIDER: &[Parameter] = &[
    text("Id").required(),
    Parameter::new("Type", Value::Word(&["EKS"])).required(),
    Parameter::new("Info", Value::Object(CONTAINER_INFO)),
];
const EKS_INFO: &[Parameter] = &[text("Namespace"), text("NodeLabel")];
const JOB_DRIVER: &[Parameter] = &[
    Parameter::new("SparkSqlJobDriver", Value::Object(SPARK_SQL_JOB_DRIVER)),
    Parameter::new("SparkSubmitJobDriver", Value::Object(SPARK_SUBMIT_JOB_DRIVER)),
];
const MANAGED_LOGS: &[Parameter] = &[
    Parameter::new("AllowAWSToRetainLogs", Value::Word(&["ENABLED", "DISABLED"])),
    text("EncryptionKeyArn"),
];
const MONITORING_CONFIGURATION: &[Parameter] = &[
    Parameter::new("CloudWatchMonitoringConfiguration", Value::Object(CLOUD_WATCH_MONITORING_CONFIGURATION)),
    Parameter::new("ContainerLogRotationConfiguration", Value::Object(CONTAINER_LOG_ROTATION_CONFIGURATION)),
    Parameter::new("ManagedLogs", Value::Object(MANAGED_LOGS)),
    Parameter::new("PersistentAppUI", Value::Word(&["ENABLED", "DISABLED"])),
    Parameter::new("S3MonitoringConfiguration", Value::Object(S3_MONITORING_CONFIGURATION)),
];
const RETRY_POLICY_CONFIGURATION: &[Parameter] = &[number("MaxAttempts").required()];
const S3_MONITORING_CONFIGURATION: &[Parameter] = &[text("LogUri").required(), text("EncryptionKeyArn")];
const SCHEDULER_CONFIGURATION: &[Parameter] = &[number("MaxConcurrentJobRuns"), number("MaxInQueueJobRuns")];
const SPARK_SQL_JOB_DRIVER: &[Parameter] = &[text("EntryPoint"), text("SparkSqlParameters")];
const SPARK_SUBMIT_JOB_DRIVER: &[Parameter] = &[
    text("EntryPoint").required(),
    Parameter::new("EntryPointArguments", Value::List(&Value::Text)),
    text("SparkSubmitParameters"),
];
/// An object whose members are not listed.
const OBJECT: Value = Value::Map(&Value::Any);
