//! SQS: a message to a queue.

use super::grant::{Form, Grant, Named, On};
use super::names::QUEUE_URL;
use super::parameter::{Parameter, Value, any, number, text};
use super::{Action, Pattern, Service};

pub(super) static SERVICE: Service = Service {
    name: "sqs",
    errors: &["SQS"],
    actions: &[Action {
        name: "sendMessage",
        patterns: &[Pattern::Token],
        parameters: &[
            Parameter::new("MessageBody", Value::TextOrJson).required(),
            Parameter::new("QueueUrl", Value::Names(&[QUEUE_URL])).required(),
            number("DelaySeconds"),
            Parameter::new("MessageAttributes", Value::Map(&Value::Object(ATTRIBUTE))),
            text("MessageDeduplicationId"),
            text("MessageGroupId"),
            Parameter::new("MessageSystemAttributes", Value::Map(&Value::Object(ATTRIBUTE))),
        ],
        grants: &[Grant::new(&["sqs:SendMessage"], &[On::Named(QUEUE)])],
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

pub(super) const QUEUE: Named = Named {
    parameter: "QueueUrl",
    arns: queue_arns,
    form: Form::Itself,
    // The last part of the URL.
    of_text: Some(Form::Part("/", 4, arn!("sqs", "${Name}"))),
    otherwise: arn!("sqs", "*"),
};

/// The queue of a URL: `https://sqs.eu-west-1.amazonaws.com/111122223333/jobs`.
pub(super) fn queue_arns(url: &str) -> Vec<String> {
    let mut parts = url.split("://").nth(1).unwrap_or_default().split('/');
    let (host, account, name) = (parts.next(), parts.next(), parts.next());
    let region = host.and_then(|host| host.strip_prefix("sqs.")?.split_once(".amazonaws."));
    match (region, account, name) {
        (Some((region, _)), Some(account), Some(name)) => {
            vec![format!("arn:${{AWS::Partition}}:sqs:{region}:{account}:{name}")]
        }
        // An older host has the region elsewhere.
        (None, Some(account), Some(name)) => {
            vec![format!("arn:${{AWS::Partition}}:sqs:${{AWS::Region}}:{account}:{name}")]
        }
        _ => Vec::new(),
    }
}

const ATTRIBUTE: &[Parameter] = &[
    text("DataType").required(),
    Parameter::new("BinaryListValues", Value::List(&Value::Any)),
    any("BinaryValue"),
    Parameter::new("StringListValues", Value::List(&Value::Text)),
    text("StringValue"),
];
