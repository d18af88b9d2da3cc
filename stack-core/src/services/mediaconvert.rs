//! MediaConvert: jobs. Only the top level of what they take.

use super::parameter::{Parameter, Value, number, text};
use super::referent::Referent;
use super::{Action, Pattern, Service};

pub(super) static SERVICE: Service = Service {
    name: "mediaconvert",
    errors: &[],
    actions: &[Action {
        name: "createJob",
        patterns: &[Pattern::Sync],
        parameters: &[
            Parameter::new("Role", Value::Names(&[Referent::ArnOfRole])).required(),
            Parameter::new("Settings", OBJECT).required(),
            Parameter::new("AccelerationSettings", OBJECT),
            Parameter::new("BillingTagsSource", Value::Word(&["QUEUE", "PRESET", "JOB_TEMPLATE", "JOB"])),
            text("ClientRequestToken"),
            Parameter::new("ElementalInferenceSettings", OBJECT),
            Parameter::new("HopDestinations", Value::List(&OBJECT)),
            text("JobEngineVersion"),
            text("JobTemplate"),
            number("Priority"),
            text("Queue"),
            Parameter::new("SimulateReservedQueue", Value::Word(&["DISABLED", "ENABLED"])),
            text("StatusUpdateInterval"),
            Parameter::new("Tags", Value::Map(&Value::Text)),
            Parameter::new("UserMetadata", Value::Map(&Value::Text)),
        ],
        result: &["Job", "SdkHttpMetadata", "SdkResponseMetadata"],
    }],
};

/// An object whose members are not listed.
const OBJECT: Value = Value::Map(&Value::Any);
