//! Error names have no wildcards.

#![deny(deprecated)]

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Task {
                Resource: "arn:aws:lambda:us-east-1:123456789012:function:f",
                Retry: [{ ErrorEquals: ["Lambda.*"] }],
                End: true,
            },
        },
    }
}

fn main() {}
