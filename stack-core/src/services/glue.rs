//! Glue: the run of a job.

use super::parameter::{Parameter, Value, boolean, number, text};
use super::{Action, Pattern, Service};

pub(super) static SERVICE: Service = Service {
    name: "glue",
    errors: &["Glue"],
    actions: &[Action {
        name: "startJobRun",
        patterns: &[Pattern::Sync],
        parameters: &[
            text("JobName").required(),
            number("AllocatedCapacity"),
            Parameter::new("Arguments", Value::Map(&Value::Text)),
            Parameter::new("ExecutionClass", Value::Word(&["FLEX", "STANDARD"])),
            text("ExecutionRoleSessionPolicy"),
            text("JobRunId"),
            boolean("JobRunQueuingEnabled"),
            number("MaxCapacity"),
            Parameter::new("NotificationProperty", Value::Object(NOTIFICATION_PROPERTY)),
            number("NumberOfWorkers"),
            text("SecurityConfiguration"),
            number("Timeout"),
            text("WorkerType"),
        ],
        result: &["JobRunId", "SdkHttpMetadata", "SdkResponseMetadata"],
    }],
};

const NOTIFICATION_PROPERTY: &[Parameter] = &[number("NotifyDelayAfter")];
