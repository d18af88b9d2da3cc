//! EventBridge: events for a bus.

use super::parameter::{Parameter, Value, any, text};
use super::referent::Referent;
use super::{Action, Pattern, Service, form};

pub(super) static SERVICE: Service = Service {
    name: "events",
    errors: &["EventBridge"],
    actions: &[Action {
        name: "putEvents",
        patterns: &[Pattern::Token],
        parameters: &[
            Parameter::new("Entries", Value::List(&Value::Object(ENTRY))).required(),
            text("EndpointId"),
        ],
        result: &["Entries", "FailedEntryCount", "SdkHttpMetadata", "SdkResponseMetadata"],
    }],
};

const ENTRY: &[Parameter] = &[
    Parameter::new("Detail", Value::TextOrJson).required(),
    text("DetailType").required(),
    Parameter::new("EventBusName", Value::Names(&[Referent::NameOfEventBus, Referent::ArnOfEventBus])),
    Parameter::new("Resources", Value::List(&Value::Text)),
    Parameter::new("Source", Value::Form(&form::SOURCE)).required(),
    any("Time"),
    text("TraceHeader"),
];
