//! What the texts of parameters look like: ARNs, URLs, names of hosts.

use super::referent::Referent;

/// What a text looks like.
#[derive(Debug)]
pub struct Form {
    /// In a message, with its article.
    pub label: &'static str,
    /// Whether a text is one. In doubt it is.
    pub fits: fn(&str) -> bool,
}

impl Form {
    /// The form of a text that names one of those.
    pub fn of(names: &[Referent]) -> Option<&'static Form> {
        match *names {
            [Referent::ArnOfConnection] => Some(&CONNECTION),
            [Referent::NameOfEventBus, Referent::ArnOfEventBus] => Some(&EVENT_BUS),
            [Referent::NameOfFunction, Referent::ArnOfFunction] => Some(&FUNCTION),
            [Referent::ArnOfJobDefinition] => Some(&JOB_DEFINITION),
            [Referent::ArnOfJobQueue] => Some(&JOB_QUEUE),
            [Referent::UrlOfQueue] => Some(&QUEUE),
            [Referent::ArnOfRole] => Some(&ROLE),
            [Referent::ArnOfStateMachine] => Some(&STATE_MACHINE),
            [Referent::NameOfTable, Referent::ArnOfTable] => Some(&TABLE),
            [Referent::ArnOfTopic] => Some(&TOPIC),
            _ => None,
        }
    }
}

/// A header that is handed on to API Gateway.
pub static HEADER: Form = Form {
    label: "headers that Step Functions passes on",
    fits: |text| {
        let name = text.to_ascii_lowercase();
        let own = ["x-amz", "x-forwarded"].iter().any(|start| name.starts_with(start));
        !own && !KEPT.contains(&name.as_str())
    },
};
/// The name of a host, as it stands in a URL.
pub static HOST: Form =
    Form { label: "the name of a host, without `https://`", fits: |text| !text.contains("://") };
/// A URL that is encrypted.
pub static HTTPS: Form =
    Form { label: "a URL that begins with `https://`", fits: |text| text.starts_with("https://") };
/// What events of one's own come from.
pub static SOURCE: Form = Form {
    label: "a name that does not begin with `aws.`, as only those of AWS do",
    fits: |text| !text.starts_with("aws."),
};

/// From the documentation of `apigateway:invoke`, besides what begins with `X-Amz` or `X-Forwarded`.
const KEPT: [&str; 14] = [
    "authorization",
    "connection",
    "content-md5",
    "expect",
    "host",
    "max-forwards",
    "proxy-authenticate",
    "server",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
    "via",
    "www-authenticate",
];

static CONNECTION: Form =
    Form { label: "a connection's ARN", fits: |text| is_arn(text, "events", "connection/") };
static EVENT_BUS: Form = Form {
    label: "an event bus's name or ARN",
    fits: |text| is_name(text) || is_arn(text, "events", "event-bus/"),
};
static FUNCTION: Form = Form {
    label: "a function's name or ARN",
    fits: |text| is_name(text) || is_arn(text, "lambda", "function:"),
};
static JOB_DEFINITION: Form = Form {
    label: "a job definition's name or ARN",
    fits: |text| is_name(text) || is_arn(text, "batch", "job-definition/"),
};
static JOB_QUEUE: Form = Form {
    label: "a job queue's name or ARN",
    fits: |text| is_name(text) || is_arn(text, "batch", "job-queue/"),
};
static QUEUE: Form =
    Form { label: "a queue's URL", fits: |text| text.starts_with("https://") || text.starts_with("http://") };
static ROLE: Form = Form { label: "a role's ARN", fits: |text| is_arn(text, "iam", "role/") };
static STATE_MACHINE: Form =
    Form { label: "a state machine's ARN", fits: |text| is_arn(text, "states", "stateMachine:") };
static TABLE: Form =
    Form { label: "a table's name or ARN", fits: |text| is_name(text) || is_arn(text, "dynamodb", "table/") };
static TOPIC: Form = Form { label: "a topic's ARN", fits: |text| is_arn(text, "sns", "") };

fn is_arn(text: &str, service: &str, resource: &str) -> bool {
    let mut parts = text.splitn(6, ':');
    let named = parts.next() == Some("arn") && parts.next().is_some() && parts.next() == Some(service);
    named && parts.nth(2).is_some_and(|rest| rest.len() > resource.len() && rest.starts_with(resource))
}

fn is_name(text: &str) -> bool {
    !text.starts_with("arn:") && !text.contains(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fits(names: &[Referent], text: &str) -> bool {
        (Form::of(names).unwrap().fits)(text)
    }

    #[test]
    fn names_and_arns_of_the_right_service_fit() {
        let function = &[Referent::NameOfFunction, Referent::ArnOfFunction];
        for text in [
            "bill",
            "bill:live",
            "111122223333:function:bill",
            "arn:aws-cn:lambda:cn-north-1:111122223333:function:bill:2",
        ] {
            assert!(fits(function, text), "{text}");
        }
        for text in [
            "arn:aws:sqs:eu-west-1:111122223333:bill",
            "arn:aws:lambda:eu-west-1:111122223333:bill",
            "arn:aws:lambda",
            "my bill",
        ] {
            assert!(!fits(function, text), "{text}");
        }
        assert!(fits(
            &[Referent::NameOfTable, Referent::ArnOfTable],
            "arn:aws:dynamodb:eu-west-1:111122223333:table/orders"
        ));
        assert!(
            !fits(&[Referent::ArnOfTopic], "orders")
                && !fits(&[Referent::ArnOfRole], "arn:aws:iam::111122223333:user/me")
        );
        assert!(
            fits(&[Referent::UrlOfQueue], "http://localhost:9324/q")
                && !fits(&[Referent::UrlOfQueue], "orders")
        );
        assert!(Form::of(&[Referent::NameOfBucket]).is_none());
    }

    #[test]
    fn each_form_takes_arns_of_its_own_sort_only() {
        let arns: &[(&[Referent], &str)] = &[
            (&[Referent::ArnOfConnection], "arn:aws:events:eu-west-1:111122223333:connection/shop/1-2"),
            (
                &[Referent::NameOfEventBus, Referent::ArnOfEventBus],
                "arn:aws:events:eu-west-1:111122223333:event-bus/b",
            ),
            (
                &[Referent::NameOfFunction, Referent::ArnOfFunction],
                "arn:aws:lambda:eu-west-1:111122223333:function:f",
            ),
            (&[Referent::ArnOfJobDefinition], "arn:aws:batch:eu-west-1:111122223333:job-definition/d:1"),
            (&[Referent::ArnOfJobQueue], "arn:aws:batch:eu-west-1:111122223333:job-queue/q"),
            (&[Referent::ArnOfRole], "arn:aws:iam::111122223333:role/r"),
            (&[Referent::ArnOfStateMachine], "arn:aws:states:eu-west-1:111122223333:stateMachine:m"),
            (
                &[Referent::NameOfTable, Referent::ArnOfTable],
                "arn:aws:dynamodb:eu-west-1:111122223333:table/t",
            ),
            (&[Referent::ArnOfTopic], "arn:aws:sns:eu-west-1:111122223333:t"),
            (&[Referent::UrlOfQueue], "https://sqs.eu-west-1.amazonaws.com/111122223333/q"),
        ];
        for (names, own) in arns {
            // Whether a URL is a name is not judged.
            for (_, other) in arns.iter().filter(|(_, other)| other.starts_with("arn:")) {
                assert_eq!(fits(names, other), own == other, "{names:?}: {other}");
            }
        }
        let by_name = |names| fits(names, "some-name");
        assert!(by_name(&[Referent::ArnOfJobQueue]) && by_name(&[Referent::ArnOfJobDefinition]));
        assert!(!by_name(&[Referent::ArnOfStateMachine]) && !by_name(&[Referent::ArnOfConnection]));
    }
}
