//! A queue's name where its URL belongs.

#![deny(deprecated)]

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Task {
                Resource: sqs:sendMessage,
                Parameters: { QueueUrl: "orders", MessageBody: { "order.$": "$.order" } },
                End: true,
            },
        },
    }
}

fn main() {}
