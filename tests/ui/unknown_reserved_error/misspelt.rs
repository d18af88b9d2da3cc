//! A name of `States.` that does not exist.

#![deny(deprecated)]

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Task {
                Resource: "arn:aws:lambda:us-east-1:123456789012:function:f",
                Catch: [{ ErrorEquals: [States.Timout], Next: done }],
                Next: done,
            },
            done: Succeed,
        },
    }
}

fn main() {}
