//! A table's name is no queue's URL, nor is a queue's ARN; each is said with what would fit.

use stack::prelude::*;

#[derive(Stack)]
struct Shop {
    #[resource(partition_key = ("id", "string"))]
    orders: Table,

    jobs: Queue,
    later: Queue,

    process: StateMachine<Process>,
}

state_machine! {
    Process in Shop {
        QueryLanguage: JSONata,
        StartAt: send,
        States: {
            send: Task {
                Resource: sqs:sendMessage,
                Arguments: { QueueUrl: orders.name, MessageBody: { table: orders.name } },
                Next: sendLater,
            },
            sendLater: Task {
                Resource: aws-sdk:sqs:sendMessage,
                Arguments: { QueueUrl: later.arn, MessageBody: orders.name },
                End: true,
            },
        },
    }
}

fn main() {}
