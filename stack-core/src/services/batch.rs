//! Batch: `batch:submitJob`.

use super::parameter::{Parameter, Value, any, boolean, number, text};
use super::referent::Referent;
use super::{Action, Pattern, Service};

pub(super) static SERVICE: Service = Service {
    name: "batch",
    errors: &["Batch"],
    actions: &[Action {
        name: "submitJob",
        patterns: &[Pattern::Sync],
        parameters: &[
            Parameter::new("JobDefinition", Value::Names(&[Referent::ArnOfJobDefinition])).required(),
            text("JobName").required(),
            Parameter::new("JobQueue", Value::Names(&[Referent::ArnOfJobQueue])).required(),
            Parameter::new("ArrayProperties", Value::Object(&[number("Size")])),
            any("ConsumableResourcePropertiesOverride"),
            Parameter::new("ContainerOverrides", Value::Object(CONTAINER)),
            Parameter::new("DependsOn", Value::List(&Value::Object(DEPENDENCY))),
            any("EcsPropertiesOverride"),
            any("EksPropertiesOverride"),
            any("NodeOverrides"),
            Parameter::new("Parameters", Value::Map(&Value::Text)),
            boolean("PropagateTags"),
            Parameter::new("RetryStrategy", Value::Object(RETRY)),
            number("SchedulingPriorityOverride"),
            text("ShareIdentifier"),
            Parameter::new("Tags", Value::Map(&Value::Text)),
            Parameter::new("Timeout", Value::Object(&[number("AttemptDurationSeconds")])),
        ],
        result: &["JobArn", "JobId", "JobName", "SdkHttpMetadata", "SdkResponseMetadata"],
    }],
};

const CONTAINER: &[Parameter] = &[
    Parameter::new("Command", Value::List(&Value::Text)),
    Parameter::new("Environment", Value::List(&Value::Object(&[NAME, VALUE]))),
    text("InstanceType"),
    number("Memory"),
    Parameter::new("ResourceRequirements", Value::List(&Value::Object(&[VALUE, REQUIREMENT]))),
    number("Vcpus"),
];
const NAME: Parameter = text("Name");
const VALUE: Parameter = text("Value");
const REQUIREMENT: Parameter = Parameter::new("Type", Value::Word(&["GPU", "VCPU", "MEMORY"]));
const DEPENDENCY: &[Parameter] =
    &[text("JobId"), Parameter::new("Type", Value::Word(&["N_TO_N", "SEQUENTIAL"]))];
const RETRY: &[Parameter] = &[
    number("Attempts"),
    Parameter::new(
        "EvaluateOnExit",
        Value::List(&Value::Object(&[
            text("Action"),
            text("OnExitCode"),
            text("OnReason"),
            text("OnStatusReason"),
        ])),
    ),
];
