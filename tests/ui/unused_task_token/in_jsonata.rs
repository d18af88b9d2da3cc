//! The same in JSONata.

#![deny(deprecated)]

use stack::prelude::*;

state_machine! {
    Machine {
        QueryLanguage: JSONata,
        StartAt: a,
        States: {
            a: Task {
                Resource: sqs:sendMessage.waitForTaskToken,
                TimeoutSeconds: 3600,
                Arguments: { QueueUrl: "https://example.com/q", MessageBody: "{% $states.input.text %}" },
                End: true,
            },
        },
    }
}

fn main() {}
