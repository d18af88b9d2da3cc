//! What a parameter of an integration may name, in the words that messages use.
//!
//! A resource's parameter says with the same words what it is, so that the two can be compared.

macro_rules! names {
    ($($name:ident = $what:literal,)*) => {
        $(#[doc = concat!("It is ", $what, ".")] pub const $name: &str = $what;)*
    };
}

names! {
    ACTIVITY_ARN = "an activity's ARN",
    BUCKET_ARN = "a bucket's ARN",
    BUCKET_NAME = "a bucket's name",
    CLUSTER_ARN = "an ECS cluster's ARN",
    CLUSTER_NAME = "an ECS cluster's name",
    COMPUTE_ENVIRONMENT_ARN = "a compute environment's ARN",
    CONNECTION_ARN = "a connection's ARN",
    EVENT_BUS_ARN = "an event bus's ARN",
    EVENT_BUS_NAME = "an event bus's name",
    EVENT_RULE_ARN = "an event rule's ARN",
    FUNCTION_ARN = "a function's ARN",
    FUNCTION_NAME = "a function's name",
    FUNCTION_URL = "a function's URL",
    HTTP_API_ARN = "an API's ARN",
    HTTP_API_ID = "an API's id",
    HTTP_API_URL = "an API's URL",
    JOB_DEFINITION_ARN = "a job definition's ARN",
    JOB_QUEUE_ARN = "a job queue's ARN",
    LOG_GROUP_ARN = "a log group's ARN",
    LOG_GROUP_NAME = "a log group's name",
    QUEUE_ARN = "a queue's ARN",
    QUEUE_NAME = "a queue's name",
    QUEUE_URL = "a queue's URL",
    ROLE_ARN = "a role's ARN",
    ROLE_NAME = "a role's name",
    SCHEDULE_ARN = "a schedule's ARN",
    SCHEDULE_NAME = "a schedule's name",
    SECRET_ARN = "a secret's ARN",
    SECURITY_GROUP_ID = "a security group's id",
    STATE_MACHINE_ARN = "a state machine's ARN",
    STATE_MACHINE_NAME = "a state machine's name",
    STREAM_ARN = "a table's stream's ARN",
    SUBNET_ID = "a subnet's id",
    TABLE_ARN = "a table's ARN",
    TABLE_NAME = "a table's name",
    TASK_DEFINITION_ARN = "a task definition's ARN",
    TEXT = "a string",
    TOPIC_ARN = "a topic's ARN",
    TOPIC_NAME = "a topic's name",
    VPC_ID = "a VPC's id",
}
