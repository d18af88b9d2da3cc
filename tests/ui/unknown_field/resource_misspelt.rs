//! `Resouce`: the integration in it is as good as it was.

use stack::prelude::*;

state_machine! {
    Typo {
        StartAt: send,
        States: {
            send: Task {
                Resouce: sqs:sendMessage,
                Parameters: { QueueUrl: "https://sqs.eu-west-1.amazonaws.com/111122223333/jobs", "MessageBody.$": "$" },
                End: true,
            },
        },
    }
}

fn main() {}
