//! A reference by name, whose spelling is almost right.

use stack::prelude::*;

#[derive(Stack)]
struct Shop {
    jobs: Queue,
    process: StateMachine<Process>,
}

state_machine! {
    Process in Shop = r#"{
        "StartAt": "send",
        "States": {
            "send": {
                "Type": "Task",
                "Resource": "arn:aws:states:::sqs:sendMessage",
                "Parameters": { "QueueUrl": "$ResourceParm('jobs', 'url')", "MessageBody": "x" },
                "End": true
            }
        }
    }"#
}

fn main() {}
