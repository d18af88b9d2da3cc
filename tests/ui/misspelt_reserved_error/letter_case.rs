//! Reserved names are case-sensitive.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Task {
                Resource: "arn:aws:lambda:us-east-1:123456789012:function:f",
                Catch: [{ ErrorEquals: [states.timeout], Next: done }],
                Next: done,
            },
            done: Succeed,
        },
    }
}

fn main() {}
