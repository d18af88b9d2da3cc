//! Athena: queries, and the data that they read and write as their caller.

use super::service::Service;
use crate::grant::{Grant, NamedResource, Target, When};
use crate::key::{ENCRYPT, KEY};

pub(super) static SERVICE: Service = Service {
    name: "athena",
    actions: &[
        ("getQueryExecution", &[Grant::new(&["athena:GetQueryExecution"], ANY_WORKGROUP)]),
        (
            "getQueryResults",
            &[
                Grant::new(&["athena:GetQueryResults"], ANY_WORKGROUP),
                Grant::new(&["s3:GetObject"], &[Target::Implicit(BUCKETS, "where the query's results are")]),
            ],
        ),
        (
            "startQueryExecution",
            &[
                Grant::new(&["athena:StartQueryExecution"], WORKGROUP),
                Grant::new(&["athena:GetQueryExecution", "athena:StopQueryExecution"], WORKGROUP)
                    .when(When::Sync),
                Grant::new(&["athena:GetDataCatalog"], &[on_resource!(CATALOG)]),
                // Athena reads the data and writes the results with the permissions of its caller.
                Grant::new(READ, &[Target::Implicit(BUCKETS, "which buckets its query reads")]),
                Grant::new(WRITE_BUCKET, &[on_arn!(OUTPUT_BUCKET)]).when(When::With(OUTPUT)),
                Grant::new(WRITE_OBJECTS, &[on_arn!(OUTPUT_OBJECTS)]).when(When::With(OUTPUT)),
                Grant::new(WRITE_BUCKET, &[Target::Implicit(BUCKETS, NO_OUTPUT)]).when(When::Without(OUTPUT)),
                Grant::new(WRITE_OBJECTS, &[Target::Implicit(BUCKETS, NO_OUTPUT)])
                    .when(When::Without(OUTPUT)),
                Grant::new(GLUE, DATABASE),
                Grant::new(&["lakeformation:GetDataAccess"], &[on_arn!("*")]),
                Grant::new(ENCRYPT, &[Target::Named(NamedResource { parameter: RESULT_KEY, ..KEY })])
                    .when(When::With(RESULT_KEY)),
            ],
        ),
        ("stopQueryExecution", &[Grant::new(&["athena:StopQueryExecution"], ANY_WORKGROUP)]),
    ],
};

const WORKGROUP: &[Target] = &[on_resource!(arn!("athena", "workgroup/{WorkGroup|primary}"))];
/// Only the query's id is given.
const ANY_WORKGROUP: &[Target] = &[on_arn!(arn!("athena", "workgroup/*"))];
const CATALOG: &str = arn!("athena", "datacatalog/{QueryExecutionContext.Catalog|AwsDataCatalog}");
const DATABASE: &[Target] = &[
    on_arn!(arn!("glue", "catalog")),
    on_arn!(arn!("glue", "database/{QueryExecutionContext.Database|default}")),
    on_arn!(arn!("glue", "table/{QueryExecutionContext.Database|default}/*")),
    on_arn!(arn!("glue", "userDefinedFunction/{QueryExecutionContext.Database|default}/*")),
];
const OUTPUT: &str = "ResultConfiguration.OutputLocation";
/// That of the results.
const RESULT_KEY: &str = "ResultConfiguration.EncryptionConfiguration.KmsKey";
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
