//! Athena: queries.

use super::grant::{Grant, On, When};
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
            grants: &[Grant::new(&["athena:GetQueryExecution"], ANY_WORKGROUP)],
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
            grants: &[
                Grant::new(&["athena:GetQueryResults"], ANY_WORKGROUP),
                Grant::new(&["s3:GetObject"], &[On::Unseen(BUCKETS, "where the query's results are")]),
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
            grants: &[
                Grant::new(&["athena:StartQueryExecution"], WORKGROUP),
                Grant::new(&["athena:GetQueryExecution", "athena:StopQueryExecution"], WORKGROUP)
                    .when(When::Sync),
                Grant::new(&["athena:GetDataCatalog"], &[On::Resource(CATALOG)]),
                // Athena reads the data and writes the results with the permissions of its caller.
                Grant::new(READ, &[On::Unseen(BUCKETS, "which buckets its query reads")]),
                Grant::new(WRITE_BUCKET, &[On::Arn(OUTPUT_BUCKET)]).when(When::With(OUTPUT)),
                Grant::new(WRITE_OBJECTS, &[On::Arn(OUTPUT_OBJECTS)]).when(When::With(OUTPUT)),
                Grant::new(WRITE_BUCKET, &[On::Unseen(BUCKETS, NO_OUTPUT)]).when(When::Without(OUTPUT)),
                Grant::new(WRITE_OBJECTS, &[On::Unseen(BUCKETS, NO_OUTPUT)]).when(When::Without(OUTPUT)),
                Grant::new(GLUE, DATABASE),
                Grant::new(&["lakeformation:GetDataAccess"], &[On::Arn("*")]),
            ],
            result: &["QueryExecutionId", "SdkHttpMetadata", "SdkResponseMetadata"],
        },
        Action {
            name: "stopQueryExecution",
            patterns: &[],
            parameters: &[text("QueryExecutionId")],
            grants: &[Grant::new(&["athena:StopQueryExecution"], ANY_WORKGROUP)],
            result: &[],
        },
    ],
};

const WORKGROUP: &[On] = &[On::Resource(arn!("athena", "workgroup/{WorkGroup|primary}"))];
/// Only the query's id is given.
const ANY_WORKGROUP: &[On] = &[On::Arn(arn!("athena", "workgroup/*"))];
const CATALOG: &str = arn!("athena", "datacatalog/{QueryExecutionContext.Catalog|AwsDataCatalog}");
const DATABASE: &[On] = &[
    On::Arn(arn!("glue", "catalog")),
    On::Arn(arn!("glue", "database/{QueryExecutionContext.Database|default}")),
    On::Arn(arn!("glue", "table/{QueryExecutionContext.Database|default}/*")),
    On::Arn(arn!("glue", "userDefinedFunction/{QueryExecutionContext.Database|default}/*")),
];
const OUTPUT: &str = "ResultConfiguration.OutputLocation";
const NO_OUTPUT: &str = "where its results go";
const BUCKETS: &str = "arn:${AWS::Partition}:s3:::*";
const OUTPUT_BUCKET: &str = "arn:${AWS::Partition}:s3:::{ResultConfiguration.OutputLocation:bucket}";
const OUTPUT_OBJECTS: &str = "arn:${AWS::Partition}:s3:::{ResultConfiguration.OutputLocation:s3}*";
const READ: &[&str] = &["s3:GetBucketLocation", "s3:GetObject", "s3:ListBucket"];
const WRITE_BUCKET: &[&str] =
    &["s3:CreateBucket", "s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketMultipartUploads"];
const WRITE_OBJECTS: &[&str] =
    &["s3:AbortMultipartUpload", "s3:GetObject", "s3:ListMultipartUploadParts", "s3:PutObject"];
const GLUE: &[&str] = &[
    "glue:BatchCreatePartition",
    "glue:BatchDeletePartition",
    "glue:BatchDeleteTable",
    "glue:BatchGetPartition",
    "glue:CreateDatabase",
    "glue:CreatePartition",
    "glue:CreateTable",
    "glue:DeleteDatabase",
    "glue:DeletePartition",
    "glue:DeleteTable",
    "glue:GetDatabase",
    "glue:GetDatabases",
    "glue:GetPartition",
    "glue:GetPartitions",
    "glue:GetTable",
    "glue:GetTables",
    "glue:UpdateDatabase",
    "glue:UpdatePartition",
    "glue:UpdateTable",
];

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
