//! A catcher of all errors leads back to its own state.

#![deny(deprecated)]

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Task {
                Resource: "arn:aws:lambda:us-east-1:123456789012:function:f",
                Catch: [{ ErrorEquals: [States.ALL], Next: a }],
                End: true,
            },
        },
    }
}

fn main() {}
