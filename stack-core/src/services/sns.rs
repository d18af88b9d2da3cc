//! SNS: a message to a topic, a device or a phone.

use super::parameter::{Parameter, Value, any, text};
use super::referent::Referent;
use super::{Action, Pattern, Service};

pub(super) static SERVICE: Service = Service {
    name: "sns",
    errors: &["SNS"],
    actions: &[Action {
        name: "publish",
        patterns: &[Pattern::Token],
        parameters: &[
            Parameter::new("Message", Value::TextOrJson).required(),
            Parameter::new("MessageAttributes", Value::Map(&Value::Object(ATTRIBUTE))),
            text("MessageDeduplicationId"),
            text("MessageGroupId"),
            text("MessageStructure"),
            text("PhoneNumber"),
            text("Subject"),
            text("TargetArn"),
            Parameter::new("TopicArn", Value::Names(&[Referent::ArnOfTopic]))
                .or(&["TargetArn", "PhoneNumber"]),
        ],
        result: &["MessageId", "SequenceNumber", "SdkHttpMetadata", "SdkResponseMetadata"],
    }],
};

const ATTRIBUTE: &[Parameter] = &[text("DataType").required(), any("BinaryValue"), text("StringValue")];
