//! CodeBuild: builds and their reports.

use super::parameter::{Parameter, Value, boolean, number, text};
use super::referent::Referent;
use super::{Action, Pattern, Service};

pub(super) static SERVICE: Service = Service {
    name: "codebuild",
    errors: &[],
    actions: &[
        Action {
            name: "batchDeleteBuilds",
            patterns: &[],
            parameters: &[Parameter::new("Ids", Value::List(&Value::Text)).required()],
            result: &["BuildsDeleted", "BuildsNotDeleted", "SdkHttpMetadata", "SdkResponseMetadata"],
        },
        Action {
            name: "batchGetReports",
            patterns: &[],
            parameters: &[Parameter::new("ReportArns", Value::List(&Value::Text)).required()],
            result: &["Reports", "ReportsNotFound", "SdkHttpMetadata", "SdkResponseMetadata"],
        },
        Action {
            name: "deleteBuildBatch",
            patterns: &[],
            parameters: &[text("Id").required()],
            result: &[
                "BuildsDeleted",
                "BuildsNotDeleted",
                "StatusCode",
                "SdkHttpMetadata",
                "SdkResponseMetadata",
            ],
        },
        Action {
            name: "retryBuildBatch",
            patterns: &[Pattern::Sync],
            parameters: &[
                text("Id"),
                text("IdempotencyToken"),
                Parameter::new("RetryType", Value::Word(&["RETRY_ALL_BUILDS", "RETRY_FAILED_BUILDS"])),
            ],
            result: &["BuildBatch", "SdkHttpMetadata", "SdkResponseMetadata"],
        },
        Action {
            name: "startBuild",
            patterns: &[Pattern::Sync],
            parameters: &[
                text("ProjectName").required(),
                Parameter::new("ArtifactsOverride", Value::Object(PROJECT_ARTIFACTS)),
                number("AutoRetryLimitOverride"),
                Parameter::new("BuildStatusConfigOverride", Value::Object(BUILD_STATUS_CONFIG)),
                text("BuildspecOverride"),
                Parameter::new("CacheOverride", Value::Object(PROJECT_CACHE)),
                text("CertificateOverride"),
                text("ComputeTypeOverride"),
                boolean("DebugSessionEnabled"),
                text("EncryptionKeyOverride"),
                text("EnvironmentTypeOverride"),
                Parameter::new(
                    "EnvironmentVariablesOverride",
                    Value::List(&Value::Object(ENVIRONMENT_VARIABLE)),
                ),
                Parameter::new("FleetOverride", Value::Object(PROJECT_FLEET)),
                number("GitCloneDepthOverride"),
                Parameter::new("GitSubmodulesConfigOverride", Value::Object(GIT_SUBMODULES_CONFIG)),
                Parameter::new(
                    "HostKernelOverride",
                    Value::Word(&["LINUX_KERNEL_4", "LINUX_KERNEL_6", "LINUX_KERNEL_LATEST"]),
                ),
                text("IdempotencyToken"),
                text("ImageOverride"),
                Parameter::new(
                    "ImagePullCredentialsTypeOverride",
                    Value::Word(&["CODEBUILD", "SERVICE_ROLE"]),
                ),
                boolean("InsecureSslOverride"),
                Parameter::new("LogsConfigOverride", Value::Object(LOGS_CONFIG)),
                boolean("PrivilegedModeOverride"),
                number("QueuedTimeoutInMinutesOverride"),
                Parameter::new("RegistryCredentialOverride", Value::Object(REGISTRY_CREDENTIAL)),
                boolean("ReportBuildStatusOverride"),
                Parameter::new("SecondaryArtifactsOverride", Value::List(&Value::Object(PROJECT_ARTIFACTS))),
                Parameter::new("SecondarySourcesOverride", Value::List(&Value::Object(PROJECT_SOURCE))),
                Parameter::new(
                    "SecondarySourcesVersionOverride",
                    Value::List(&Value::Object(PROJECT_SOURCE_VERSION)),
                ),
                text("ServiceRoleOverride"),
                Parameter::new("SourceAuthOverride", Value::Object(SOURCE_AUTH)),
                text("SourceLocationOverride"),
                text("SourceTypeOverride"),
                text("SourceVersion"),
                number("TimeoutInMinutesOverride"),
            ],
            result: &["Build", "SdkHttpMetadata", "SdkResponseMetadata"],
        },
        Action {
            name: "startBuildBatch",
            patterns: &[Pattern::Sync],
            parameters: &[
                text("ProjectName").required(),
                Parameter::new("ArtifactsOverride", Value::Object(PROJECT_ARTIFACTS)),
                Parameter::new("BuildBatchConfigOverride", Value::Object(PROJECT_BUILD_BATCH_CONFIG)),
                number("BuildTimeoutInMinutesOverride"),
                text("BuildspecOverride"),
                Parameter::new("CacheOverride", Value::Object(PROJECT_CACHE)),
                text("CertificateOverride"),
                text("ComputeTypeOverride"),
                boolean("DebugSessionEnabled"),
                text("EncryptionKeyOverride"),
                text("EnvironmentTypeOverride"),
                Parameter::new(
                    "EnvironmentVariablesOverride",
                    Value::List(&Value::Object(ENVIRONMENT_VARIABLE)),
                ),
                number("GitCloneDepthOverride"),
                Parameter::new("GitSubmodulesConfigOverride", Value::Object(GIT_SUBMODULES_CONFIG)),
                text("IdempotencyToken"),
                text("ImageOverride"),
                Parameter::new(
                    "ImagePullCredentialsTypeOverride",
                    Value::Word(&["CODEBUILD", "SERVICE_ROLE"]),
                ),
                boolean("InsecureSslOverride"),
                Parameter::new("LogsConfigOverride", Value::Object(LOGS_CONFIG)),
                boolean("PrivilegedModeOverride"),
                number("QueuedTimeoutInMinutesOverride"),
                Parameter::new("RegistryCredentialOverride", Value::Object(REGISTRY_CREDENTIAL)),
                boolean("ReportBuildBatchStatusOverride"),
                Parameter::new("SecondaryArtifactsOverride", Value::List(&Value::Object(PROJECT_ARTIFACTS))),
                Parameter::new("SecondarySourcesOverride", Value::List(&Value::Object(PROJECT_SOURCE))),
                Parameter::new(
                    "SecondarySourcesVersionOverride",
                    Value::List(&Value::Object(PROJECT_SOURCE_VERSION)),
                ),
                text("ServiceRoleOverride"),
                Parameter::new("SourceAuthOverride", Value::Object(SOURCE_AUTH)),
                text("SourceLocationOverride"),
                text("SourceTypeOverride"),
                text("SourceVersion"),
            ],
            result: &["BuildBatch", "SdkHttpMetadata", "SdkResponseMetadata"],
        },
        Action {
            name: "stopBuild",
            patterns: &[],
            parameters: &[text("Id").required()],
            result: &["Build", "SdkHttpMetadata", "SdkResponseMetadata"],
        },
        Action {
            name: "stopBuildBatch",
            patterns: &[],
            parameters: &[text("Id").required()],
            result: &["BuildBatch", "SdkHttpMetadata", "SdkResponseMetadata"],
        },
    ],
};

const BATCH_RESTRICTIONS: &[Parameter] = &[
    Parameter::new("ComputeTypesAllowed", Value::List(&Value::Text)),
    Parameter::new("FleetsAllowed", Value::List(&Value::Text)),
    number("MaximumBuildsAllowed"),
];
const BUILD_STATUS_CONFIG: &[Parameter] = &[text("Context"), text("TargetUrl")];
const CLOUD_WATCH_LOGS_CONFIG: &[Parameter] = &[
    Parameter::new("Status", Value::Word(&["ENABLED", "DISABLED"])).required(),
    text("GroupName"),
    text("StreamName"),
];
const ENVIRONMENT_VARIABLE: &[Parameter] = &[
    text("Name").required(),
    text("Value").required(),
    Parameter::new("Type", Value::Word(&["PLAINTEXT", "PARAMETER_STORE", "SECRETS_MANAGER"])),
];
const GIT_SUBMODULES_CONFIG: &[Parameter] = &[boolean("FetchSubmodules").required()];
const LOGS_CONFIG: &[Parameter] = &[
    Parameter::new("CloudWatchLogs", Value::Object(CLOUD_WATCH_LOGS_CONFIG)),
    Parameter::new("S3Logs", Value::Object(S3_LOGS_CONFIG)),
];
const PROJECT_ARTIFACTS: &[Parameter] = &[
    Parameter::new("Type", Value::Word(&["CODEPIPELINE", "S3", "NO_ARTIFACTS"])).required(),
    text("ArtifactIdentifier"),
    Parameter::new("BucketOwnerAccess", Value::Word(&["NONE", "READ_ONLY", "FULL"])),
    boolean("EncryptionDisabled"),
    text("Location"),
    text("Name"),
    Parameter::new("NamespaceType", Value::Word(&["NONE", "BUILD_ID"])),
    boolean("OverrideArtifactName"),
    Parameter::new("Packaging", Value::Word(&["NONE", "ZIP"])),
    text("Path"),
];
const PROJECT_BUILD_BATCH_CONFIG: &[Parameter] = &[
    Parameter::new("BatchReportMode", Value::Word(&["REPORT_INDIVIDUAL_BUILDS", "REPORT_AGGREGATED_BATCH"])),
    boolean("CombineArtifacts"),
    Parameter::new("Restrictions", Value::Object(BATCH_RESTRICTIONS)),
    Parameter::new("ServiceRole", Value::Names(&[Referent::NameOfRole, Referent::ArnOfRole])),
    number("TimeoutInMins"),
];
const PROJECT_CACHE: &[Parameter] = &[
    Parameter::new("Type", Value::Word(&["NO_CACHE", "S3", "LOCAL"])).required(),
    text("CacheNamespace"),
    text("Location"),
    Parameter::new(
        "Modes",
        Value::List(&Value::Word(&["LOCAL_DOCKER_LAYER_CACHE", "LOCAL_SOURCE_CACHE", "LOCAL_CUSTOM_CACHE"])),
    ),
];
const PROJECT_FLEET: &[Parameter] = &[text("FleetArn")];
const PROJECT_SOURCE: &[Parameter] = &[
    text("Type").required(),
    Parameter::new("Auth", Value::Object(SOURCE_AUTH)),
    Parameter::new("BuildStatusConfig", Value::Object(BUILD_STATUS_CONFIG)),
    text("Buildspec"),
    number("GitCloneDepth"),
    Parameter::new("GitSubmodulesConfig", Value::Object(GIT_SUBMODULES_CONFIG)),
    boolean("InsecureSsl"),
    text("Location"),
    boolean("ReportBuildStatus"),
    text("SourceIdentifier"),
];
const PROJECT_SOURCE_VERSION: &[Parameter] =
    &[text("SourceIdentifier").required(), text("SourceVersion").required()];
const REGISTRY_CREDENTIAL: &[Parameter] = &[
    text("Credential").required(),
    Parameter::new("CredentialProvider", Value::Word(&["SECRETS_MANAGER"])).required(),
];
const S3_LOGS_CONFIG: &[Parameter] = &[
    Parameter::new("Status", Value::Word(&["ENABLED", "DISABLED"])).required(),
    Parameter::new("BucketOwnerAccess", Value::Word(&["NONE", "READ_ONLY", "FULL"])),
    boolean("EncryptionDisabled"),
    text("Location"),
];
const SOURCE_AUTH: &[Parameter] = &[
    Parameter::new("Type", Value::Word(&["OAUTH", "CODECONNECTIONS", "SECRETS_MANAGER"])).required(),
    text("Resource"),
];
