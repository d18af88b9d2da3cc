//! A catcher names no state.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Task {
                Resource: "arn:aws:lambda:us-east-1:123456789012:function:f",
                Catch: [{ ErrorEquals: [States.ALL], Next: ghost }],
                Next: done,
            },
            done: Succeed,
        },
    }
}

fn main() {}
