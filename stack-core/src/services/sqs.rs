//! SQS: a message to a queue.

use super::parameter::{Parameter, Value, any, number, text};
use super::referent::Referent;
use super::{Action, Pattern, Service};

pub(super) static SERVICE: Service = Service {
    name: "sqs",
    errors: &["SQS"],
    actions: &[Action {
        name: "sendMessage",
        patterns: &[Pattern::Token],
        parameters: &[
            Parameter::new("MessageBody", Value::TextOrJson).required(),
            Parameter::new("QueueUrl", Value::Names(&[Referent::UrlOfQueue])).required(),
            number("DelaySeconds"),
            Parameter::new("MessageAttributes", Value::Map(&Value::Object(ATTRIBUTE))),
            text("MessageDeduplicationId"),
            text("MessageGroupId"),
            Parameter::new("MessageSystemAttributes", Value::Map(&Value::Object(ATTRIBUTE))),
        ],
        result: &[
            "MD5OfMessageAttributes",
            "MD5OfMessageBody",
            "MD5OfMessageSystemAttributes",
            "MessageId",
            "SequenceNumber",
            "SdkHttpMetadata",
            "SdkResponseMetadata",
        ],
    }],
};

const ATTRIBUTE: &[Parameter] = &[
    text("DataType").required(),
    Parameter::new("BinaryListValues", Value::List(&Value::Any)),
    any("BinaryValue"),
    Parameter::new("StringListValues", Value::List(&Value::Text)),
    text("StringValue"),
];
