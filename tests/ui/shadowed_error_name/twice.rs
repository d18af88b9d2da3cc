//! The first retrier that fits is the only one.

#![deny(deprecated)]

use stack::prelude::*;

state_machine! {
    Machine {
        QueryLanguage: JSONata,
        StartAt: a,
        States: {
            a: Task {
                Resource: "arn:aws:lambda:us-east-1:123456789012:function:f",
                Retry: [{ ErrorEquals: [Busy] }, { ErrorEquals: [Busy] }],
                End: true,
            },
        },
    }
}

fn main() {}
