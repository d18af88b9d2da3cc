//! SNS: a message to a topic, a device or a phone.

use super::grant::{Grant, On, When};
use super::names::TOPIC_ARN;
use super::parameter::{Parameter, Value, any, text};
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
            Parameter::new("TopicArn", Value::Names(&[TOPIC_ARN])).or(&["TargetArn", "PhoneNumber"]),
        ],
        grants: &[
            Grant::new(PUBLISH, &[On::Resource(arn!("sns", "{TopicArn}"))]),
            Grant::new(PUBLISH, &[On::Resource(arn!("sns", "{TargetArn}"))]),
            // A telephone has no ARN.
            Grant::new(PUBLISH, &[On::Arn("*")]).when(When::With("PhoneNumber")),
        ],
        result: &["MessageId", "SequenceNumber", "SdkHttpMetadata", "SdkResponseMetadata"],
    }],
};

const PUBLISH: &[&str] = &["sns:Publish"];

const ATTRIBUTE: &[Parameter] = &[text("DataType").required(), any("BinaryValue"), text("StringValue")];
