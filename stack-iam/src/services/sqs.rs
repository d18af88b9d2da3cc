//! SQS: messages to a queue, which a URL names.

use super::service::Service;
use crate::grant::{ArnPattern, Grant, NamedResource, Target};

pub(super) static SERVICE: Service = Service {
    name: "sqs",
    actions: &[("sendMessage", &[Grant::new(&["sqs:SendMessage"], &[Target::Named(QUEUE)])])],
};

pub(crate) const QUEUE: NamedResource = NamedResource {
    parameter: "QueueUrl",
    arns: queue_arns,
    of_arn: ArnPattern::Itself,
    // The last part of the URL.
    of_text: Some(ArnPattern::FromPart("/", 4, arn!("sqs", "${Name}"))),
    otherwise: arn!("sqs", "*"),
};

/// The queue of a URL: `https://sqs.eu-west-1.amazonaws.com/111122223333/jobs`.
fn queue_arns(url: &str) -> Vec<String> {
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
