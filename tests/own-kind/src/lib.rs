//! A user's own kind of resource: the derive knows no kinds, so a mailbox is used like a function.

pub mod mailbox;

use mailbox::Mailbox;
use stack::prelude::*;

/// Letters that cannot be delivered go to the second mailbox.
#[derive(Stack)]
pub struct Post {
    #[resource(keep_seconds = DAY, undelivered = returned.arn, tags = [("team", "post"), ("box", 1)])]
    inbox: Mailbox,

    #[resource(keep_seconds = 14 * DAY)]
    returned: Mailbox,

    #[resource(entryfile_path = "src/sort.ts", environment = [("INBOX", inbox.url), ("NAME", inbox.queue.name)])]
    sort: Function,

    #[resource(entryfile_path = "src/sort.ts", connect_to = [inbox, sort])]
    answer: Function,

    process: StateMachine<Sorting>,
}

/// Seconds.
const DAY: u32 = 86_400;

state_machine! {
    /// Sorts the letters.
    pub Sorting in Post {
        StartAt: sort,
        States: {
            sort: Task {
                Resource: sort.arn,
                Parameters: { inbox: inbox.url, returned: "$ResourceParam('returned', 'queue.name')" },
                End: true,
            },
        },
    }
}

#[cfg(test)]
mod tests {
    use super::Post;
    use stack::Stack;

    /// Whether the template contains the text, white space aside.
    fn contains(template: &str, part: &str) -> bool {
        let compact = |text: &str| text.split_whitespace().collect::<String>();
        compact(template).contains(&compact(part))
    }

    #[test]
    fn a_mailbox_is_emitted_with_its_properties() {
        let template = Post::template().expect("a template").to_json();
        let inbox = r#""InboxQueue": {
            "Type": "AWS::SQS::Queue",
            "Properties": {
                "MessageRetentionPeriod": 86400,
                "RedrivePolicy": {
                    "deadLetterTargetArn": { "Fn::GetAtt": ["ReturnedQueue", "Arn"] },
                    "maxReceiveCount": 3
                },
                "Tags": [{ "Key": "team", "Value": "post" }, { "Key": "box", "Value": "1" }]
            }
        }"#;
        assert!(contains(&template, inbox), "{template}");
        assert!(contains(&template, r#""MessageRetentionPeriod": 1209600"#), "{template}");
    }

    #[test]
    fn a_function_is_connected_to_it() {
        let template = Post::template().expect("a template").to_json();
        let allowed =
            r#""Action": ["sqs:SendMessage"], "Resource": [{ "Fn::GetAtt": ["InboxQueue", "Arn"] }]"#;
        assert!(contains(&template, allowed), "{template}");
        let variables = r#""Variables": {
            "STACK_INBOX_URL": { "Ref": "InboxQueue" },
            "STACK_INBOX_QUEUE_NAME": { "Fn::GetAtt": ["InboxQueue", "QueueName"] },
            "STACK_SORT_ARN": { "Fn::GetAtt": ["SortFunction", "Arn"] },
            "STACK_SORT_NAME": { "Ref": "SortFunction" }
        }"#;
        assert!(contains(&template, variables), "{template}");
    }

    #[test]
    fn others_refer_to_it() {
        let template = Post::template().expect("a template").to_json();
        assert!(contains(&template, r#""INBOX": { "Ref": "InboxQueue" }"#), "{template}");
        assert!(
            contains(&template, r#""NAME": { "Fn::GetAtt": ["InboxQueue", "QueueName"] }"#),
            "{template}"
        );
        assert!(contains(&template, r#""inbox": { "Ref": "InboxQueue" }"#), "{template}");
        assert!(
            contains(&template, r#""returned": { "Fn::GetAtt": ["ReturnedQueue", "QueueName"] }"#),
            "{template}"
        );
    }
}
