//! A number that the queue does not take.

#![deny(deprecated)]

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Task {
                Resource: sqs:sendMessage,
                Parameters: { QueueUrl: "https://example.com/q", MessageBody: "m", DelaySeconds: 2000 },
                End: true,
            },
        },
    }
}

fn main() {}
