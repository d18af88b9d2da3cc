//! Parameters: what others can refer to of a resource, with the parameter's kind in its type.

use crate::references::uses::same;
use stack_core::services::names;
use std::fmt;
use std::marker::PhantomData;

/// A value that a resource has once it is deployed, such as a function's ARN.
///
/// `K` says what it is ([`FunctionArn`], [`JobDefinitionArn`], ..), so that a queue's URL does not
/// compile where a topic's ARN belongs.
pub struct Param<K> {
    any: AnyParam,
    kind: PhantomData<fn() -> K>,
}

/// A [`Param`] of any kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AnyParam {
    /// The field of the stack that declares the resource; `shared` for what the stack shares.
    pub resource: &'static str,
    /// The parameter's name after the resource's, such as `arn` or `lambda_function.arn`.
    pub name: &'static str,
    /// The CloudFormation resource that has it: the logical id without the resource's own name.
    pub child: &'static str,
    /// How CloudFormation is asked for it.
    pub attribute: Attribute,
    /// How CloudFormation is asked for the ARN of what it names; as `attribute` if it is an ARN itself.
    pub arn: Attribute,
    /// What it is, with its article: `a function's ARN`.
    pub what: &'static str,
    /// Whether a task can run what it names.
    pub runs: bool,
}

/// How CloudFormation is asked for a value of a resource.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attribute {
    /// `Ref`
    Ref,
    /// `Fn::GetAtt` of that attribute.
    GetAtt(&'static str),
}

/// What a parameter is.
pub trait ParamKind: 'static {
    /// What messages call it, with its article: `a function's ARN`. A parameter of a task that names a resource accepts
    /// references whose `WHAT` is what it wants. So a kind with words of its own is accepted by none of these, and one
    /// with the words of another kind wherever that kind is.
    const WHAT: &'static str;
    /// Whether a task can run what it names: its `Resource` may be one.
    const RUNS: bool = false;
    /// If it is not an ARN itself: how to ask the CloudFormation resource that has it for the ARN.
    const ARN: Option<Attribute> = None;
}

impl<K> Clone for Param<K> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<K> Copy for Param<K> {}

impl<K> fmt::Debug for Param<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.any.fmt(f)
    }
}

impl<K: ParamKind> Param<K> {
    /// The parameter `name` of the stack's resource `resource`: `attribute` of its CloudFormation
    /// resource whose logical id ends in `child`.
    pub const fn new(
        resource: &'static str,
        name: &'static str,
        child: &'static str,
        attribute: Attribute,
    ) -> Self {
        Param {
            any: AnyParam {
                resource,
                name,
                child,
                attribute,
                arn: match K::ARN {
                    Some(arn) => arn,
                    None => attribute,
                },
                what: K::WHAT,
                runs: K::RUNS,
            },
            kind: PhantomData,
        }
    }
}

/// What a parameter of a type that is no kind is, which was reported: it fits everywhere.
#[derive(Debug)]
pub enum Anything {}

const ANYTHING: &str = "anything";

impl ParamKind for Anything {
    const WHAT: &'static str = ANYTHING;
    const RUNS: bool = true;
}

impl AnyParam {
    /// Whether it fits everywhere, since it is of a type that is no kind.
    pub(crate) const fn is_anything(&self) -> bool {
        same(self.what, ANYTHING)
    }
}

impl<K> Param<K> {
    /// The same without its kind.
    pub const fn any(self) -> AnyParam {
        self.any
    }
}

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

/// Declares what a kind of resource gives to others: `arn`, and the attributes of its underlying
/// CloudFormation resources.
///
/// ```
/// use stack_cloudformation::{references, param::{RoleArn, Text}};
/// references! {
///     /// What a mailbox gives to others.
///     pub struct MailboxReferences {
///         /// The mailbox's address.
///         address: Text = GetAtt("Mailbox", "Address");
///         /// The role that reads it.
///         role: struct MailboxRole {
///             /// Its ARN.
///             arn: RoleArn = GetAtt("Role", "Arn");
///         }
///     }
/// }
/// const INBOX: MailboxReferences = MailboxReferences::of("inbox");
/// assert_eq!(INBOX.role.arn.any().name, "role.arn");
/// assert_eq!(INBOX.list().len(), 2);
/// ```
#[macro_export]
macro_rules! references {
    ($(#[$doc:meta])* $vis:vis struct $name:ident { $($body:tt)* }) => {
        $crate::references! { @split [$(#[$doc])* $vis $name] [] [] $($body)* }
    };
    // One parameter of the resource itself.
    (@split $head:tt [$($own:tt)*] $nested:tt
        $(#[$doc:meta])* $field:ident : $kind:ty = $how:ident($($at:literal),*); $($rest:tt)*) => {
        $crate::references! { @split $head [$($own)* { [$(#[$doc])*] $field $kind, $how $($at)* }] $nested $($rest)* }
    };
    // One underlying resource.
    (@split $head:tt $own:tt [$($nested:tt)*]
        $(#[$doc:meta])* $field:ident : struct $type:ident {
            $($(#[$inner_doc:meta])* $inner:ident : $kind:ty = $how:ident($($at:literal),*);)*
        } $($rest:tt)*) => {
        $crate::references! { @split $head $own
            [$($nested)* { [$(#[$doc])*] $field $type $({ [$(#[$inner_doc])*] $inner $kind, $how $($at)* })* }] $($rest)* }
    };
    (@split [$(#[$doc:meta])* $vis:vis $name:ident]
        [$({ [$(#[$own_doc:meta])*] $own:ident $own_kind:ty, $own_how:ident $($own_at:literal)* })*]
        [$({ [$(#[$nest_doc:meta])*] $nest:ident $nest_type:ident
            $({ [$(#[$inner_doc:meta])*] $inner:ident $inner_kind:ty, $inner_how:ident $($inner_at:literal)* })* })*]) => {
        $(#[$doc])*
        $vis struct $name {
            $($(#[$own_doc])* pub $own: $crate::param::Param<$own_kind>,)*
            $($(#[$nest_doc])* pub $nest: $nest_type,)*
        }
        $(
            $(#[$nest_doc])*
            $vis struct $nest_type {
                $($(#[$inner_doc])* pub $inner: $crate::param::Param<$inner_kind>,)*
            }
            $crate::references! { @copied $nest_type }
        )*
        $crate::references! { @copied $name }
        impl $name {
            /// How many parameters there are.
            pub const COUNT: usize = [$(stringify!($own),)* $($(stringify!($inner),)*)*].len();
            /// The parameters of the stack's resource of that name.
            pub const fn of(resource: &'static str) -> Self {
                $name {
                    $($own: $crate::references!(@param resource, stringify!($own), $own_how $($own_at)*),)*
                    $($nest: $nest_type {
                        $($inner: $crate::references!(@param resource,
                            concat!(stringify!($nest), ".", stringify!($inner)), $inner_how $($inner_at)*),)*
                    },)*
                }
            }
            /// All parameters, for references by name.
            pub const fn list(self) -> [$crate::param::AnyParam; Self::COUNT] {
                [$(self.$own.any(),)* $($(self.$nest.$inner.any(),)*)*]
            }
        }
    };
    // Derived, these would name the kinds again, and rustc would speak twice of one that there is not.
    (@copied $name:ident) => {
        #[automatically_derived]
        impl ::core::clone::Clone for $name {
            fn clone(&self) -> Self {
                *self
            }
        }
        #[automatically_derived]
        impl ::core::marker::Copy for $name {}
        #[automatically_derived]
        impl ::core::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.write_str(stringify!($name))
            }
        }
    };
    (@param $resource:ident, $name:expr, Ref $child:literal) => {
        $crate::param::Param::new($resource, $name, $child, $crate::param::Attribute::Ref)
    };
    (@param $resource:ident, $name:expr, GetAtt $child:literal $attribute:literal) => {
        $crate::param::Param::new($resource, $name, $child, $crate::param::Attribute::GetAtt($attribute))
    };
}
