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
    FunctionArn = ArnOfFunction, runs: true;
    /// The name of a Lambda function.
    FunctionName = NameOfFunction, arn: ARN;
    /// The URL of a Lambda function.
    FunctionUrl = UrlOfFunction;
    /// The ARN of the routes of an HTTP API.
    HttpApiArn = ArnOfHttpApi;
    /// The id of an HTTP API.
    HttpApiId = IdOfHttpApi;
    /// The URL of an HTTP API.
    HttpApiUrl = UrlOfHttpApi;
    /// The ARN of a CloudWatch log group.
    LogGroupArn = ArnOfLogGroup;
    /// The name of a CloudWatch log group.
    LogGroupName = NameOfLogGroup, arn: ARN;
    /// The ARN of an IAM role.
    RoleArn = ArnOfRole;
    /// The name of an IAM role.
    RoleName = NameOfRole, arn: ARN;
    /// The ARN of a Batch job definition, with its revision.
    JobDefinitionArn = ArnOfJobDefinition;
    /// The ARN of a Batch job queue.
    JobQueueArn = ArnOfJobQueue;
    /// The ARN of a cluster of ECS.
    ClusterArn = ArnOfCluster;
    /// The name of a cluster of ECS.
    ClusterName = NameOfCluster, arn: ARN;
    /// The ARN of a connection of EventBridge.
    ConnectionArn = ArnOfConnection;
    /// The ARN of a task definition of ECS, with its revision.
    TaskDefinitionArn = ArnOfTaskDefinition;
    /// The ARN of a Batch compute environment.
    ComputeEnvironmentArn = ArnOfComputeEnvironment;
    /// The ARN of a state machine.
    StateMachineArn = ArnOfStateMachine;
    /// The name of a state machine.
    StateMachineName = NameOfStateMachine, arn: Attribute::Ref;
    /// The ARN of an activity.
    ActivityArn = ArnOfActivity, runs: true;
    /// The name of a DynamoDB table.
    TableName = NameOfTable, arn: ARN;
    /// The ARN of a DynamoDB table.
    TableArn = ArnOfTable;
    /// The ARN of a DynamoDB table's stream.
    StreamArn = ArnOfStream;
    /// The URL of an SQS queue.
    QueueUrl = UrlOfQueue, arn: ARN;
    /// The ARN of an SQS queue.
    QueueArn = ArnOfQueue;
    /// The name of an SQS queue.
    QueueName = NameOfQueue, arn: ARN;
    /// The ARN of an SNS topic.
    TopicArn = ArnOfTopic;
    /// The name of an SNS topic.
    TopicName = NameOfTopic, arn: Attribute::Ref;
    /// The name of an S3 bucket.
    BucketName = NameOfBucket, arn: ARN;
    /// The ARN of an S3 bucket.
    BucketArn = ArnOfBucket;
    /// The name of an EventBridge event bus.
    EventBusName = NameOfEventBus, arn: ARN;
    /// The ARN of an EventBridge event bus.
    EventBusArn = ArnOfEventBus;
    /// The ARN of an EventBridge rule.
    EventRuleArn = ArnOfEventRule;
    /// The ARN of a schedule of EventBridge Scheduler.
    ScheduleArn = ArnOfSchedule;
    /// The name of a schedule of EventBridge Scheduler.
    ScheduleName = NameOfSchedule, arn: ARN;
    /// The ARN of a secret of Secrets Manager.
    SecretArn = ArnOfSecret;
    /// The id of a VPC.
    VpcId = IdOfVpc;
    /// The id of a subnet.
    SubnetId = IdOfSubnet;
    /// The id of a security group.
    SecurityGroupId = IdOfSecurityGroup;
    /// Any other attribute of a CloudFormation resource.
    Text = Text;
}
