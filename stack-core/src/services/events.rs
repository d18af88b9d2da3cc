//! EventBridge: events for a bus.

use super::names::{EVENT_BUS_ARN, EVENT_BUS_NAME};
use super::parameter::{Parameter, Value, any, text};
use super::{Action, Pattern, Service};

pub(super) static SERVICE: Service = Service {
    name: "events",
    errors: &["EventBridge"],
    actions: &[Action {
        name: "putEvents",
        patterns: &[Pattern::Token],
        parameters: &[
            Parameter::new("Entries", Value::List(&Value::Object(PUT_EVENTS_REQUEST_ENTRY))).required(),
            text("EndpointId"),
        ],
        grants: &[],
        result: &["Entries", "FailedEntryCount", "SdkHttpMetadata", "SdkResponseMetadata"],
    }],
};

const PUT_EVENTS_REQUEST_ENTRY: &[Parameter] = &[
    Parameter::new("Detail", Value::TextOrJson),
    text("DetailType"),
    Parameter::new("EventBusName", Value::Names(&[EVENT_BUS_NAME, EVENT_BUS_ARN])),
    Parameter::new("Resources", Value::List(&Value::Text)),
    text("Source"),
    any("Time"),
    text("TraceHeader"),
];
