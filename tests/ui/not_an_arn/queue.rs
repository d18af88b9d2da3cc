//! A queue's ARN where a task's resource belongs.

#![deny(deprecated)]

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Task { Resource: "arn:aws:sqs:eu-west-1:111122223333:orders", End: true },
        },
    }
}

fn main() {}
