//! A back-off below one.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Task { Resource: "arn:aws:lambda:us-east-1:123456789012:function:f", Retry: [{ ErrorEquals: [States.ALL], BackoffRate: 0.5 }], End: true },
        },
    }
}

fn main() {}
