//! Nothing beats here.

#![deny(deprecated)]

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Task {
                Resource: "arn:aws:lambda:us-east-1:123456789012:function:f",
                Catch: [{ ErrorEquals: [States.HeartbeatTimeout], Next: b }],
                End: true,
            },
            b: Fail,
        },
    }
}

fn main() {}
