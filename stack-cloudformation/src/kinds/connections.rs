//! What connecting to the kinds that `stack` brings along gives: what it takes to use one, on that one alone.

use crate::kind::connect::Connect;
use crate::kinds::activity::ActivityReferences;
use crate::kinds::batch_job::BatchJobReferences;
use crate::kinds::bucket::BucketReferences;
use crate::kinds::event_bus::EventBusReferences;
use crate::kinds::function::FunctionReferences;
use crate::kinds::queue::QueueReferences;
use crate::kinds::secret::SecretReferences;
use crate::kinds::ssm_parameter::SsmParameterReferences;
use crate::kinds::state_machine::StateMachineReferences;
use crate::kinds::table::TableReferences;
use crate::kinds::topic::TopicReferences;

macro_rules! connect {
    ($($references:ident gives $($variable:literal),* { $([$($action:literal),* $(,)?] on $($arn:literal),*;)* })*) => {$(
        impl Connect for $references {
            const GRANTS: &'static [(&'static [&'static str], &'static [&'static str])] =
                &[$((&[$($action),*], &[$($arn),*])),*];
            const VARIABLES: &'static [&'static str] = &[$($variable),*];
        }
    )*};
}

connect! {
    ActivityReferences gives "arn" {
        [
            "states:GetActivityTask",
            "states:SendTaskFailure",
            "states:SendTaskHeartbeat",
            "states:SendTaskSuccess",
        ] on "${arn}";
    }

    // IAM knows no narrower resource for DescribeJobs.
    BatchJobReferences gives "job_definition_arn", "job_queue_arn" {
        ["batch:SubmitJob"] on "${job_definition_arn}", "${job_queue_arn}";
        ["batch:DescribeJobs"] on "*";
    }

    BucketReferences gives "name", "arn" {
        ["s3:ListBucket"] on "${arn}";
        ["s3:AbortMultipartUpload", "s3:DeleteObject", "s3:GetObject", "s3:ListMultipartUploadParts", "s3:PutObject"]
            on "${arn}/*";
    }

    EventBusReferences gives "name", "arn" {
        ["events:PutEvents"] on "${arn}";
    }

    FunctionReferences gives "arn", "name" {
        ["lambda:InvokeFunction"] on "${arn}";
    }

    QueueReferences gives "arn", "url", "name" {
        [
            "sqs:ChangeMessageVisibility",
            "sqs:DeleteMessage",
            "sqs:GetQueueAttributes",
            "sqs:GetQueueUrl",
            "sqs:ReceiveMessage",
            "sqs:SendMessage",
        ] on "${arn}";
    }

    SecretReferences gives "arn" {
        ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"] on "${arn}";
    }

    SsmParameterReferences gives "name" {
        ["ssm:GetParameter", "ssm:GetParameters"] on "${arn}";
    }

    // An execution is stopped and described by its own ARN. Who has the token of a task, from a queue, answers it.
    StateMachineReferences gives "arn", "name" {
        [
            "states:ListExecutions",
            "states:SendTaskFailure",
            "states:SendTaskHeartbeat",
            "states:SendTaskSuccess",
            "states:StartExecution",
            "states:StartSyncExecution",
        ] on "${arn}";
        ["states:DescribeExecution", "states:StopExecution"]
            on "arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:execution:${name}:*";
    }

    TableReferences gives "name", "arn" {
        [
            "dynamodb:BatchGetItem",
            "dynamodb:BatchWriteItem",
            "dynamodb:ConditionCheckItem",
            "dynamodb:DeleteItem",
            "dynamodb:DescribeTable",
            "dynamodb:GetItem",
            "dynamodb:PutItem",
            "dynamodb:Query",
            "dynamodb:Scan",
            "dynamodb:UpdateItem",
        ] on "${arn}";
        ["dynamodb:Query", "dynamodb:Scan"] on "${arn}/index/*";
    }

    TopicReferences gives "arn", "name" {
        ["sns:Publish"] on "${arn}";
    }
}
