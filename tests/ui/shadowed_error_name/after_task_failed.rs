//! `States.TaskFailed` takes all errors of a task but timeouts.

#![deny(deprecated)]

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Task {
                Resource: "arn:aws:lambda:us-east-1:123456789012:function:f",
                Catch: [
                    { ErrorEquals: [States.TaskFailed], Next: b },
                    { ErrorEquals: [Declined], Next: b },
                ],
                End: true,
            },
            b: Fail,
        },
    }
}

fn main() {}
