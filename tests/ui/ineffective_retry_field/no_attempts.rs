//! Without attempts there is no delay.

#![deny(deprecated)]

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Task {
                Resource: "arn:aws:lambda:us-east-1:123456789012:function:f",
                Retry: [{ ErrorEquals: [Busy], IntervalSeconds: 10, MaxAttempts: 0 }],
                End: true,
            },
        },
    }
}

fn main() {}
