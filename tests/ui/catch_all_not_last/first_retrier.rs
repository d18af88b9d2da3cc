//! `States.ALL` comes last.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Task {
                Resource: "arn:aws:lambda:us-east-1:123456789012:function:f",
                Retry: [{ ErrorEquals: [States.ALL] }, { ErrorEquals: [States.Timeout] }],
                End: true,
            },
        },
    }
}

fn main() {}
