//! A name that no parameter resembles, in JSONata.

use stack::prelude::*;

state_machine! {
    Machine {
        QueryLanguage: JSONata,
        StartAt: a,
        States: {
            a: Task {
                Resource: aws-sdk:sqs:deleteMessage,
                Arguments: { QueueUrl: "https://example.com/q", ReceiptHandle: "{% $states.input.h %}", Because: "done" },
                End: true,
            },
        },
    }
}

fn main() {}
