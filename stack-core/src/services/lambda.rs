//! Lambda: `lambda:invoke`, and functions that are a task's `Resource` themselves.

use super::parameter::{Parameter, Value, text};
use super::referent::Referent;
use super::{Action, Pattern, Service};

pub(super) static SERVICE: Service = Service {
    name: "lambda",
    errors: &["Lambda"],
    actions: &[Action {
        name: "invoke",
        patterns: &[Pattern::Token],
        parameters: &[
            Parameter::new(
                "FunctionName",
                Value::Names(&[Referent::NameOfFunction, Referent::ArnOfFunction]),
            )
            .required(),
            Parameter::new("ClientContext", Value::TextOrJson),
            text("DurableExecutionName"),
            Parameter::new("InvocationType", Value::Word(&["Event", "RequestResponse", "DryRun"])),
            Parameter::new("LogType", Value::Word(&["None", "Tail"])),
            Parameter::new("Payload", Value::TextOrJson),
            text("Qualifier"),
            text("TenantId"),
        ],
        // `LogResult` is there if `LogType` asks for it.
        result: &[
            "DurableExecutionArn",
            "ExecutedVersion",
            "LogResult",
            "Payload",
            "SdkHttpMetadata",
            "SdkResponseMetadata",
            "StatusCode",
        ],
    }],
};
