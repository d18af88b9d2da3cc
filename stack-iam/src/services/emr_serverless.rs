//! EMR Serverless: applications and their jobs.

use super::service::Service;
use crate::grant::{Condition, Grant, Target, When};
use crate::template::Template;

pub(super) static SERVICE: Service = Service {
    name: "emr-serverless",
    actions: &[
        (
            "cancelJobRun",
            &[
                Grant::new(&["emr-serverless:CancelJobRun"], JOB_RUN),
                Grant::new(&["emr-serverless:GetJobRun"], JOB_RUN).when(When::Sync),
                JOB_RULE,
            ],
        ),
        (
            "createApplication",
            &[
                Grant::new(&["emr-serverless:CreateApplication"], &[on_arn!(arn!("emr-serverless", "/*"))]),
                Grant::new(
                    &["emr-serverless:DeleteApplication", "emr-serverless:GetApplication"],
                    &[on_arn!(arn!("emr-serverless", "/applications/*"))],
                )
                .when(When::Sync),
                // For the first application of an account.
                Grant::new(&["iam:CreateServiceLinkedRole"], &[on_arn!(SERVICE_ROLE)]).only_if(
                    Condition::Equals(
                        "iam:AWSServiceName",
                        Template::new("ops.emr-serverless.amazonaws.com"),
                    ),
                ),
                APPLICATION_RULE,
            ],
        ),
        (
            "deleteApplication",
            &[
                Grant::new(&["emr-serverless:DeleteApplication"], APPLICATION),
                Grant::new(&["emr-serverless:GetApplication"], APPLICATION).when(When::Sync),
                APPLICATION_RULE,
            ],
        ),
        (
            "startApplication",
            &[
                Grant::new(&["emr-serverless:StartApplication"], APPLICATION),
                Grant::new(&["emr-serverless:GetApplication", "emr-serverless:StopApplication"], APPLICATION)
                    .when(When::Sync),
                APPLICATION_RULE,
            ],
        ),
        (
            "startJobRun",
            &[
                Grant::new(&["emr-serverless:StartJobRun"], APPLICATION),
                pass_role!("ExecutionRoleArn", "emr-serverless.amazonaws.com"),
                Grant::new(
                    &["emr-serverless:CancelJobRun", "emr-serverless:GetJobRun"],
                    &[on_arn!(arn!("emr-serverless", "/applications/{ApplicationId}/jobruns/*"))],
                )
                .when(When::Sync),
                JOB_RULE,
            ],
        ),
        (
            "stopApplication",
            &[
                Grant::new(&["emr-serverless:StopApplication"], APPLICATION),
                Grant::new(&["emr-serverless:GetApplication"], APPLICATION).when(When::Sync),
                APPLICATION_RULE,
            ],
        ),
    ],
};

const APPLICATION: &[Target] = &[on_arn!(arn!("emr-serverless", "/applications/{ApplicationId}"))];
const JOB_RUN: &[Target] =
    &[on_arn!(arn!("emr-serverless", "/applications/{ApplicationId}/jobruns/{JobRunId}"))];
const APPLICATION_RULE: Grant = rule!("StepFunctionsGetEventsForEMRServerlessApplicationRule");
const JOB_RULE: Grant = rule!("StepFunctionsGetEventsForEMRServerlessJobRule");
const SERVICE_ROLE: &str = "arn:${AWS::Partition}:iam::${AWS::AccountId}:role/aws-service-role/ops.emr-serverless.amazonaws.com/AWSServiceRoleForAmazonEMRServerless*";
