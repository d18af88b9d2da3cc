//! The kinds of parameters that the resources of `stack` have.

use super::typed::{Attribute, ParamKind};
use stack_core::services::referent::Referent;

/// Declares kinds of parameters.
macro_rules! param_kinds {
    ($($(#[$doc:meta])* $name:ident = $referent:ident $(, arn: $arn:expr)? $(, runs: $runs:literal)?;)*) => {$(
        $(#[$doc])*
        #[derive(Debug)]
        pub enum $name {}
        impl ParamKind for $name {
            const REFERENT: Referent = Referent::$referent;
            $(const ARN: Option<Attribute> = Some($arn);)?
            $(const RUNS: bool = $runs;)?
        }
    )*};
}

const ARN: Attribute = Attribute::GetAtt("Arn");

param_kinds! {
    /// The ARN of a Lambda function.
    FunctionArn = FunctionArn, runs: true;
    /// The name of a Lambda function.
    FunctionName = FunctionName, arn: ARN;
    /// The URL of a Lambda function.
    FunctionUrl = FunctionUrl;
    /// The ARN of the routes of an HTTP API.
    HttpApiArn = HttpApiArn;
    /// The id of an HTTP API.
    HttpApiId = HttpApiId;
    /// The URL of an HTTP API.
    HttpApiUrl = HttpApiUrl;
    /// The ARN of a CloudWatch log group.
    LogGroupArn = LogGroupArn;
    /// The name of a CloudWatch log group.
    LogGroupName = LogGroupName, arn: ARN;
    /// The ARN of an IAM role.
    RoleArn = RoleArn;
    /// The name of an IAM role.
    RoleName = RoleName, arn: ARN;
    /// The ARN of a Batch job definition, with its revision.
    JobDefinitionArn = JobDefinitionArn;
    /// The ARN of a Batch job queue.
    JobQueueArn = JobQueueArn;
    /// The ARN of a cluster of ECS.
    ClusterArn = ClusterArn;
    /// The name of a cluster of ECS.
    ClusterName = ClusterName, arn: ARN;
    /// The ARN of a connection of EventBridge.
    ConnectionArn = ConnectionArn;
    /// The ARN of a task definition of ECS, with its revision.
    TaskDefinitionArn = TaskDefinitionArn;
    /// The ARN of a Batch compute environment.
    ComputeEnvironmentArn = ComputeEnvironmentArn;
    /// The ARN of a state machine.
    StateMachineArn = StateMachineArn;
    /// The name of a state machine.
    StateMachineName = StateMachineName, arn: Attribute::Ref;
    /// The ARN of an activity.
    ActivityArn = ActivityArn, runs: true;
    /// The name of a DynamoDB table.
    TableName = TableName, arn: ARN;
    /// The ARN of a DynamoDB table.
    TableArn = TableArn;
    /// The ARN of a DynamoDB table's stream.
    StreamArn = StreamArn;
    /// The URL of an SQS queue.
    QueueUrl = QueueUrl, arn: ARN;
    /// The ARN of an SQS queue.
    QueueArn = QueueArn;
    /// The name of an SQS queue.
    QueueName = QueueName, arn: ARN;
    /// The ARN of an SNS topic.
    TopicArn = TopicArn;
    /// The name of an SNS topic.
    TopicName = TopicName, arn: Attribute::Ref;
    /// The name of an S3 bucket.
    BucketName = BucketName, arn: ARN;
    /// The ARN of an S3 bucket.
    BucketArn = BucketArn;
    /// The name of an EventBridge event bus.
    EventBusName = EventBusName, arn: ARN;
    /// The ARN of an EventBridge event bus.
    EventBusArn = EventBusArn;
    /// The ARN of an EventBridge rule.
    EventRuleArn = EventRuleArn;
    /// The ARN of a schedule of EventBridge Scheduler.
    ScheduleArn = ScheduleArn;
    /// The name of a schedule of EventBridge Scheduler.
    ScheduleName = ScheduleName, arn: ARN;
    /// The ARN of a secret of Secrets Manager.
    SecretArn = SecretArn;
    /// The id of a VPC.
    VpcId = VpcId;
    /// The id of a subnet.
    SubnetId = SubnetId;
    /// The id of a security group.
    SecurityGroupId = SecurityGroupId;
    /// Any other attribute of a CloudFormation resource.
    Text = Text;
}
