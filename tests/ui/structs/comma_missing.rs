//! A comma is missing between fields: what refers to them is not at fault.

use stack::prelude::*;

#[derive(Stack)]
struct Shop {
    jobs: Queue
    news: Topic,
    tell: StateMachine<Tell>,
}

state_machine! {
    Tell in Shop {
        StartAt: send,
        States: {
            send: Task {
                Resource: sqs:sendMessage,
                Parameters: { QueueUrl: jobs.url, "MessageBody.$": "$" },
                Next: tell,
            },
            tell: Task {
                Resource: sns:publish,
                Parameters: { TopicArn: news.arn, "Message.$": "$" },
                End: true,
            },
        },
    }
}

fn main() -> stack::Result {
    Shop::run()
}
