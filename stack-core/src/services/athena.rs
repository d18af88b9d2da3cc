//! Athena: queries.

use super::parameter::{Parameter, Value, boolean, number, text};
use super::{Action, Pattern, Service};

pub(super) static SERVICE: Service = Service {
    name: "athena",
    errors: &["Athena"],
    actions: &[
        Action {
            name: "getQueryExecution",
            patterns: &[],
            parameters: &[text("QueryExecutionId").required()],
            result: &["QueryExecution", "SdkHttpMetadata", "SdkResponseMetadata"],
        },
        Action {
            name: "getQueryResults",
            patterns: &[],
            parameters: &[
                text("QueryExecutionId").required(),
                number("MaxResults"),
                text("NextToken"),
                Parameter::new("QueryResultType", Value::Word(&["DATA_MANIFEST", "DATA_ROWS"])),
            ],
            result: &["NextToken", "ResultSet", "UpdateCount", "SdkHttpMetadata", "SdkResponseMetadata"],
        },
        Action {
            name: "startQueryExecution",
            patterns: &[Pattern::Sync],
            parameters: &[
                text("QueryString").required(),
                text("ClientRequestToken"),
                Parameter::new("EngineConfiguration", Value::Object(ENGINE_CONFIGURATION)),
                Parameter::new("ExecutionParameters", Value::List(&Value::Text)),
                Parameter::new("QueryExecutionContext", Value::Object(QUERY_EXECUTION_CONTEXT)),
                Parameter::new("ResultConfiguration", Value::Object(RESULT_CONFIGURATION)),
                Parameter::new("ResultReuseConfiguration", Value::Object(RESULT_REUSE_CONFIGURATION)),
                text("WorkGroup"),
            ],
            result: &["QueryExecutionId", "SdkHttpMetadata", "SdkResponseMetadata"],
        },
        Action {
            name: "stopQueryExecution",
            patterns: &[],
            parameters: &[text("QueryExecutionId")],
            result: &[],
        },
    ],
};

const ACL_CONFIGURATION: &[Parameter] =
    &[Parameter::new("S3AclOption", Value::Word(&["BUCKET_OWNER_FULL_CONTROL"])).required()];
const CLASSIFICATION: &[Parameter] = &[text("Name"), Parameter::new("Properties", Value::Map(&Value::Text))];
const ENCRYPTION_CONFIGURATION: &[Parameter] = &[
    Parameter::new("EncryptionOption", Value::Word(&["SSE_S3", "SSE_KMS", "CSE_KMS"])).required(),
    text("KmsKey"),
];
const ENGINE_CONFIGURATION: &[Parameter] = &[
    Parameter::new("AdditionalConfigs", Value::Map(&Value::Text)),
    Parameter::new("Classifications", Value::List(&Value::Object(CLASSIFICATION))),
    number("CoordinatorDpuSize"),
    number("DefaultExecutorDpuSize"),
    number("MaxConcurrentDpus"),
    Parameter::new("SparkProperties", Value::Map(&Value::Text)),
];
const QUERY_EXECUTION_CONTEXT: &[Parameter] = &[text("Catalog"), text("Database")];
const RESULT_CONFIGURATION: &[Parameter] = &[
    Parameter::new("AclConfiguration", Value::Object(ACL_CONFIGURATION)),
    Parameter::new("EncryptionConfiguration", Value::Object(ENCRYPTION_CONFIGURATION)),
    text("ExpectedBucketOwner"),
    text("OutputLocation"),
];
const RESULT_REUSE_BY_AGE_CONFIGURATION: &[Parameter] =
    &[boolean("Enabled").required(), number("MaxAgeInMinutes")];
const RESULT_REUSE_CONFIGURATION: &[Parameter] =
    &[Parameter::new("ResultReuseByAgeConfiguration", Value::Object(RESULT_REUSE_BY_AGE_CONFIGURATION))];
