//! The retry that never fires.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Task {
                Resource: "arn:aws:lambda:us-east-1:123456789012:function:f",
                Retry: [{ ErrorEquals: [State.ALL], IntervalSeconds: 10 }],
                End: true,
            },
        },
    }
}

fn main() {}
