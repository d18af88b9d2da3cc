//! Step Functions: another execution.

use super::parameter::{Parameter, Value, text};
use super::referent::Referent;
use super::{Action, Pattern, Service};

pub(super) static SERVICE: Service = Service {
    name: "states",
    errors: &["StepFunctions"],
    actions: &[Action {
        name: "startExecution",
        patterns: &[Pattern::Sync, Pattern::Sync2, Pattern::Token],
        parameters: &[
            Parameter::new("StateMachineArn", Value::Names(&[Referent::ArnOfStateMachine])).required(),
            Parameter::new("Input", Value::TextOrJson),
            text("Name"),
            text("TraceHeader"),
        ],
        result: &["ExecutionArn", "StartDate", "SdkHttpMetadata", "SdkResponseMetadata"],
    }],
};
