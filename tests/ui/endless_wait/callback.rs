//! The token may never be returned.

#![deny(deprecated)]

use stack::prelude::*;

state_machine! {
    Machine {
        QueryLanguage: JSONata,
        StartAt: a,
        States: {
            a: Task {
                Resource: sqs:sendMessage.waitForTaskToken,
                Arguments: { QueueUrl: "https://example.com/q", MessageBody: "{% $states.context.Task.Token %}" },
                End: true,
            },
        },
    }
}

fn main() {}
