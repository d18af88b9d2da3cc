//! What is sent to FIFO queues and topics.

mod support;

use stack_cloudformation::kinds::{Queue, QueueReferences, StateMachine, Topic, TopicReferences};
use stack_cloudformation::machine::Hole;
use stack_cloudformation::stack::Stack;

const JOBS: QueueReferences = QueueReferences::of("jobs");
const NEWS: TopicReferences = TopicReferences::of("news");

/// What the stack says of a machine with this task.
macro_rules! said {
    (|$jobs:ident| $queue:expr, |$news:ident| $topic:expr, $definition:literal, $hole:expr) => {{
        machine! { Send Standard $definition $hole }
        stack! { Shop {
            jobs: Queue = |$jobs| $queue,
            news: Topic = |$news| $topic,
            send: StateMachine<Send> = |new| new,
        }}
        Shop::template().err().map(|error| error.to_string())
    }};
}

#[test]
fn a_fifo_queue_wants_a_group_and_something_to_tell_messages_apart() {
    let said = said!(
        |new| new.fifo_enabled(true),
        |new| new,
        r#"{"StartAt":"send","States":{"send":{"Type":"Task","Resource":"arn:aws:states:::sqs:sendMessage","Parameters":{"QueueUrl":@0,"MessageBody":"x","MessageDeduplicationId":"1"},"End":true}}}"#,
        Hole::param(JOBS.url)
    );
    assert_eq!(
        said.as_deref(),
        Some(
            "`send`: the state `send` sends to `jobs`, which is FIFO, without a `MessageGroupId`\n\
             help: add it: messages with the same group keep their order"
        )
    );
    let said = said!(
        |new| new.fifo_enabled(true),
        |new| new,
        r#"{"StartAt":"send","States":{"send":{"Type":"Task","Resource":"arn:aws:states:::aws-sdk:sqs:sendMessage","Parameters":{"QueueUrl":@0,"MessageBody":"x","MessageGroupId.$":"$.id"},"End":true}}}"#,
        Hole::param(JOBS.url)
    );
    assert!(said.unwrap().contains(
        "without a `MessageDeduplicationId`\nhelp: add it, or `content_based_deduplication = true`"
    ));
}

#[test]
fn a_fifo_topic_wants_the_same() {
    let said = said!(
        |new| new,
        |new| new.fifo_enabled(true).content_based_deduplication(true),
        r#"{"StartAt":"send","States":{"send":{"Type":"Task","Resource":"arn:aws:states:::sns:publish","Parameters":{"TopicArn":@0,"Message":"x"},"End":true}}}"#,
        Hole::param(NEWS.arn)
    );
    assert!(said.unwrap().contains("`news`, which is FIFO, without a `MessageGroupId`"));
}

#[test]
fn nothing_is_said_of_what_goes_well() {
    let whole = said!(
        |new| new.fifo_enabled(true).content_based_deduplication(true),
        |new| new,
        r#"{"StartAt":"send","States":{"send":{"Type":"Task","Resource":"arn:aws:states:::sqs:sendMessage.waitForTaskToken","Parameters":{"QueueUrl":@0,"MessageBody.$":"$$.Task.Token","MessageGroupId":"all"},"End":true}}}"#,
        Hole::param(JOBS.url)
    );
    let other = said!(
        |new| new,
        |new| new.fifo_enabled(true),
        r#"{"StartAt":"send","States":{"send":{"Type":"Task","Resource":"arn:aws:states:::sqs:sendMessage","Parameters":{"QueueUrl":@0,"MessageBody":"x"},"End":true}}}"#,
        Hole::param(JOBS.url)
    );
    assert_eq!((whole, other), (None, None));
}

#[test]
fn other_queues_and_topics_do_not_take_what_fifo_ones_do() {
    let said = said!(
        |new| new,
        |new| new,
        r#"{"StartAt":"send","States":{"send":{"Type":"Task","Resource":"arn:aws:states:::sns:publish","Parameters":{"TopicArn":@0,"Message":"x","MessageDeduplicationId.$":"$.id"},"End":true}}}"#,
        Hole::param(NEWS.arn)
    );
    assert_eq!(
        said.as_deref(),
        Some(
            "`send`: the state `send` sends to `news`, which is not FIFO, with a `MessageDeduplicationId`\n\
             help: remove it, or make the queue or topic one with `fifo_enabled = true`"
        )
    );
    let delayed = |delay: &str| {
        let said = match delay {
            "0" => said!(
                |new| new.fifo_enabled(true).content_based_deduplication(true),
                |new| new,
                r#"{"StartAt":"send","States":{"send":{"Type":"Task","Resource":"arn:aws:states:::sqs:sendMessage","Parameters":{"QueueUrl":@0,"MessageBody":"x","MessageGroupId":"g","DelaySeconds":0},"End":true}}}"#,
                Hole::param(JOBS.url)
            ),
            _ => said!(
                |new| new.fifo_enabled(true).content_based_deduplication(true),
                |new| new,
                r#"{"StartAt":"send","States":{"send":{"Type":"Task","Resource":"arn:aws:states:::sqs:sendMessage","Parameters":{"QueueUrl":@0,"MessageBody":"x","MessageGroupId":"g","DelaySeconds":5},"End":true}}}"#,
                Hole::param(JOBS.url)
            ),
        };
        said.is_some_and(|said| said.contains("which is FIFO, with `DelaySeconds`"))
    };
    assert!(delayed("5") && !delayed("0"));
}
