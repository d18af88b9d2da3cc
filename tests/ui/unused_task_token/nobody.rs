//! A task that waits for a token that it does not pass on.

#![deny(deprecated)]

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Task {
                Resource: sqs:sendMessage.waitForTaskToken,
                TimeoutSeconds: 3600,
                Parameters: { QueueUrl: "https://example.com/q", MessageBody: "do it" },
                End: true,
            },
        },
    }
}

fn main() {}
