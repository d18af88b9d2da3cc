//! A retrier has a misspelt field.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Task {
                Resource: "arn:aws:lambda:us-east-1:123456789012:function:f",
                Retry: [{ ErrorEquals: [States.ALL], Interval: 3 }],
                End: true,
            },
        },
    }
}

fn main() {}
