//! A user's own kind of resource: the derive knows no kinds, so a mailbox is used like a function.

pub mod mailbox;

use mailbox::Mailbox;
use stack::prelude::*;

/// Letters that cannot be delivered go to the second mailbox.
#[derive(Stack)]
pub struct Post {
    #[resource(keep_seconds = DAY, undelivered = returned.arn, tags = [("team", "post"), ("box", 1)])]
    inbox: Mailbox,

    #[resource(keep_seconds = 14 * DAY, overrides = [("ReturnedQueue", "VisibilityTimeout", 60)])]
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
                Next: keep,
            },
            keep: Task {
                Resource: sqs:sendMessage,
                Parameters: { QueueUrl: inbox.url, "MessageBody.$": "$" },
                End: true,
            },
        },
    }
}

#[cfg(test)]
mod tests {
    use super::{DAY, Mailbox, Post};
    use stack::{EventRule, Function, Queue, Stack, Value};

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
        let returned = r#""MessageRetentionPeriod": 1209600, "VisibilityTimeout": 60 }"#;
        assert!(contains(&template, returned), "{template}");
    }

    /// Parts that are changed with texts, numbers, references and JSON.
    #[derive(Stack)]
    struct Changed {
        #[resource(keep_seconds = DAY)]
        returned: Mailbox,

        #[resource(
            undelivered = returned.arn,
            overrides = [
                ("InboxQueue", "MessageRetentionPeriod", 60),
                ("InboxQueue", "RedrivePolicy.maxReceiveCount", 5),
                ("InboxQueue", "KmsMasterKeyId", returned.queue.name),
                ("InboxQueue", "Tags", Value::json(r#"[{"Key": "box", "Value": {"Ref": "AWS::StackName"}}]"#)),
            ],
        )]
        inbox: Mailbox,
    }

    #[test]
    fn parts_are_changed_whatever_their_kind() {
        let template = Changed::template().expect("a template").to_json();
        let inbox = r#""InboxQueue": {
            "Type": "AWS::SQS::Queue",
            "Properties": {
                "MessageRetentionPeriod": 60,
                "RedrivePolicy": {
                    "deadLetterTargetArn": { "Fn::GetAtt": ["ReturnedQueue", "Arn"] },
                    "maxReceiveCount": 5
                },
                "KmsMasterKeyId": { "Fn::GetAtt": ["ReturnedQueue", "QueueName"] },
                "Tags": [{ "Key": "box", "Value": { "Ref": "AWS::StackName" } }]
            }
        }"#;
        assert!(contains(&template, inbox), "{template}");
    }

    /// The policy of a queue names a rule that needs the queue itself: no cycle for CloudFormation.
    #[derive(Stack)]
    struct Returns {
        #[resource(policy_statements = [("sqs:SendMessage", "events.amazonaws.com", lost.arn)])]
        failed: Queue,

        #[resource(event_pattern = r#"{"source": ["post"]}"#, target = sort.arn, on_delivery_failure = failed.arn)]
        lost: EventRule,

        #[resource(entryfile_path = "src/sort.ts")]
        sort: Function,
    }

    #[test]
    fn what_only_a_policy_needs_is_not_cyclic() {
        let template = Returns::template().expect("a template").to_json();
        assert_eq!(template.matches("AWS::SQS::QueuePolicy").count(), 1, "{template}");
    }

    /// A part that there is not.
    #[derive(Stack)]
    struct Misspelt {
        #[resource(overrides = [("InboxQeue", "VisibilityTimeout", 60)])]
        inbox: Mailbox,
    }

    #[test]
    fn a_part_that_there_is_not_is_an_error() {
        let error = Misspelt::template().expect_err("there is no such part").to_string();
        assert_eq!(
            error,
            "`inbox`: `InboxQeue` is not part of it: did you mean `InboxQueue`?\nhelp: its parts are `InboxQueue`"
        );
    }

    /// Letters that were not delivered are gone before those that were.
    #[derive(Stack)]
    struct Forgetful {
        #[resource(keep_seconds = DAY)]
        returned: Mailbox,

        #[resource(keep_seconds = DAY, undelivered = returned.arn, overrides = [("InboxQueue", "MessageRetentionPeriod", 86_401)])]
        inbox: Mailbox,
    }

    #[test]
    fn a_kind_checks_what_it_demands_of_other_resources() {
        let error = Forgetful::template().expect_err("letters are lost").to_string();
        assert_eq!(error, "`returned` keeps letters less long than `inbox`, whose letters it gets");
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
    fn a_task_may_send_to_it() {
        let template = Post::template().expect("a template").to_json();
        let statement =
            r#""Action": ["sqs:SendMessage"], "Resource": [{ "Fn::GetAtt": ["InboxQueue", "Arn"] }]"#;
        assert!(contains(&template, statement), "{template}");
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
