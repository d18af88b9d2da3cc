//! `States.ALL` stands alone.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Task {
                Resource: "arn:aws:lambda:us-east-1:123456789012:function:f",
                Retry: [{ ErrorEquals: [States.Timeout, States.ALL] }],
                End: true,
            },
        },
    }
}

fn main() {}
