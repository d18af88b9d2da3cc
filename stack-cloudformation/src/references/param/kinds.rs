//! The kinds of parameters that the resources of `stack` have.

use super::typed::{Attribute, ParamKind};
use stack_core::services::names;

/// Declares kinds of parameters.
macro_rules! param_kinds {
    ($($(#[$doc:meta])* $name:ident = $what:ident $(, arn: $arn:expr)? $(, runs: $runs:literal)?;)*) => {$(
        $(#[$doc])*
        #[derive(Debug)]
        pub enum $name {}
        impl ParamKind for $name {
            const WHAT: &'static str = names::$what;
            $(const ARN: Option<Attribute> = Some($arn);)?
            $(const RUNS: bool = $runs;)?
        }
    )*};
}

const ARN: Attribute = Attribute::GetAtt("Arn");

param_kinds! {
    /// The ARN of a Lambda function.
    FunctionArn = FUNCTION_ARN, runs: true;
    /// The name of a Lambda function.
    FunctionName = FUNCTION_NAME, arn: ARN;
    /// The URL of a Lambda function.
    FunctionUrl = FUNCTION_URL;
    /// The ARN of the routes of an HTTP API.
    HttpApiArn = HTTP_API_ARN;
    /// The id of an HTTP API.
    HttpApiId = HTTP_API_ID;
    /// The URL of an HTTP API.
    HttpApiUrl = HTTP_API_URL;
    /// The ARN of a CloudWatch log group.
    LogGroupArn = LOG_GROUP_ARN;
    /// The name of a CloudWatch log group.
    LogGroupName = LOG_GROUP_NAME, arn: ARN;
    /// The ARN of an IAM role.
    RoleArn = ROLE_ARN;
    /// The name of an IAM role.
    RoleName = ROLE_NAME, arn: ARN;
    /// The ARN of a Batch job definition, with its revision.
    JobDefinitionArn = JOB_DEFINITION_ARN;
    /// The ARN of a Batch job queue.
    JobQueueArn = JOB_QUEUE_ARN;
    /// The ARN of a cluster of ECS.
    ClusterArn = CLUSTER_ARN;
    /// The name of a cluster of ECS.
    ClusterName = CLUSTER_NAME, arn: ARN;
    /// The ARN of a connection of EventBridge.
    ConnectionArn = CONNECTION_ARN;
    /// The ARN of a task definition of ECS, with its revision.
    TaskDefinitionArn = TASK_DEFINITION_ARN;
    /// The ARN of a Batch compute environment.
    ComputeEnvironmentArn = COMPUTE_ENVIRONMENT_ARN;
    /// The ARN of a state machine.
    StateMachineArn = STATE_MACHINE_ARN;
    /// The name of a state machine.
    StateMachineName = STATE_MACHINE_NAME, arn: Attribute::Ref;
    /// The ARN of an activity.
    ActivityArn = ACTIVITY_ARN, runs: true;
    /// The name of a DynamoDB table.
    TableName = TABLE_NAME, arn: ARN;
    /// The ARN of a DynamoDB table.
    TableArn = TABLE_ARN;
    /// The ARN of a DynamoDB table's stream.
    StreamArn = STREAM_ARN;
    /// The URL of an SQS queue.
    QueueUrl = QUEUE_URL, arn: ARN;
    /// The ARN of an SQS queue.
    QueueArn = QUEUE_ARN;
    /// The name of an SQS queue.
    QueueName = QUEUE_NAME, arn: ARN;
    /// The ARN of an SNS topic.
    TopicArn = TOPIC_ARN;
    /// The name of an SNS topic.
    TopicName = TOPIC_NAME, arn: Attribute::Ref;
    /// The name of an S3 bucket.
    BucketName = BUCKET_NAME, arn: ARN;
    /// The ARN of an S3 bucket.
    BucketArn = BUCKET_ARN;
    /// The name of an EventBridge event bus.
    EventBusName = EVENT_BUS_NAME, arn: ARN;
    /// The ARN of an EventBridge event bus.
    EventBusArn = EVENT_BUS_ARN;
    /// The ARN of an EventBridge rule.
    EventRuleArn = EVENT_RULE_ARN;
    /// The ARN of a schedule of EventBridge Scheduler.
    ScheduleArn = SCHEDULE_ARN;
    /// The name of a schedule of EventBridge Scheduler.
    ScheduleName = SCHEDULE_NAME, arn: ARN;
    /// The ARN of a secret of Secrets Manager.
    SecretArn = SECRET_ARN;
    /// The id of a VPC.
    VpcId = VPC_ID;
    /// The id of a subnet.
    SubnetId = SUBNET_ID;
    /// The id of a security group.
    SecurityGroupId = SECURITY_GROUP_ID;
    /// Any other attribute of a CloudFormation resource.
    Text = TEXT;
}
