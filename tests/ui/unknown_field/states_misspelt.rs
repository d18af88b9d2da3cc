//! `State` for `States`: what stands in it is as good as it was.

use stack::prelude::*;

state_machine! {
    Typo {
        StartAt: send,
        State: {
            send: Task {
                Resource: sqs:sendMessage,
                Parameters: { QueueUrl: "https://sqs.eu-west-1.amazonaws.com/111122223333/jobs", "MessageBody.$": "$" },
                Retry: [{ ErrorEquals: [States.ALL], MaxAttempts: 3 }],
                Next: done,
            },
            done: Succeed,
        },
    }
}

fn main() {}
