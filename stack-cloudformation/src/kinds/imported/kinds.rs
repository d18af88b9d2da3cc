//! How the kinds that `stack` brings along are imported.

use super::Import;
use crate::kind::connect::Connect;
use crate::kinds::activity::{Activity, ActivityReferences};
use crate::kinds::batch_job::{BatchJob, BatchJobReferences};
use crate::kinds::bucket::{Bucket, BucketReferences};
use crate::kinds::event_bus::{EventBus, EventBusReferences};
use crate::kinds::function::{Function, FunctionReferences};
use crate::kinds::queue::{Queue, QueueReferences};
use crate::kinds::secret::{Secret, SecretReferences};
use crate::kinds::state_machine::{StateMachine, StateMachineReferences};
use crate::kinds::table::{Table, TableReferences};
use crate::kinds::topic::{Topic, TopicReferences};
use crate::references::param::{AnyParam, Attribute};

/// A kind with its references: what it is; the service, whether an ARN says region and account, and
/// what stands before the name and after it; then what is known of it.
macro_rules! imports {
    ($($kind:ty, $references:ident: $label:literal, $service:literal $regional:literal $resource:literal $($after:literal)?
        [$($child:literal $attribute:expr => $text:literal),*];)*) => {$(
        impl Import for $kind {
            type References = $references;
            const PARAMS: &'static [AnyParam] = &$references::of("").list();
            const LABEL: &'static str = $label;
            const SERVICE: &'static str = $service;
            const REGIONAL: bool = $regional;
            const RESOURCE: &'static str = $resource;
            $(const AFTER_NAME: &'static str = $after;)?
            const ATTRIBUTES: &'static [(&'static str, Attribute, &'static str)] =
                &[$(($child, $attribute, $text)),*];
            const VARIABLES: &'static [&'static str] = <$references as Connect>::VARIABLES;
        }
    )*};
}

const ARN: Attribute = Attribute::GetAtt("Arn");
const NAME: Attribute = Attribute::GetAtt("Name");
const REF: Attribute = Attribute::Ref;

imports! {
    Activity, ActivityReferences: "an activity", "states" true "activity:"
        ["Activity" REF => "{arn}", "Activity" NAME => "{name}"];
    BatchJob, BatchJobReferences: "a job definition", "batch" true "job-definition/"
        ["JobDefinition" REF => "{arn}"];
    Bucket, BucketReferences: "a bucket", "s3" false ""
        ["Bucket" REF => "{name}", "Bucket" ARN => "{arn}"];
    EventBus, EventBusReferences: "an event bus", "events" true "event-bus/"
        ["EventBus" REF => "{name}", "EventBus" ARN => "{arn}"];
    Function, FunctionReferences: "a function", "lambda" true "function:"
        ["Function" REF => "{name}", "Function" ARN => "{arn}"];
    Queue, QueueReferences: "a queue", "sqs" true ""
        [
            "Queue" REF => "https://sqs.{region}.${AWS::URLSuffix}/{account}/{name}",
            "Queue" ARN => "{arn}",
            "Queue" Attribute::GetAtt("QueueName") => "{name}"
        ];
    // Secrets Manager adds a hyphen and six characters to a name.
    Secret, SecretReferences: "a secret", "secretsmanager" true "secret:" "-??????"
        ["Secret" REF => "{arn}"];
    StateMachine<()>, StateMachineReferences: "a state machine", "states" true "stateMachine:"
        ["StateMachine" REF => "{arn}", "StateMachine" NAME => "{name}"];
    Table, TableReferences: "a table", "dynamodb" true "table/"
        ["Table" REF => "{name}", "Table" ARN => "{arn}"];
    Topic, TopicReferences: "a topic", "sns" true ""
        ["Topic" REF => "{arn}", "Topic" Attribute::GetAtt("TopicName") => "{name}"];
}
