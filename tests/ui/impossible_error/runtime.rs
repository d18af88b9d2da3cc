//! `States.Runtime` ends the execution, whatever catches it.

#![deny(deprecated)]

use stack::prelude::*;

state_machine! {
    Machine {
        QueryLanguage: JSONata,
        StartAt: a,
        States: {
            a: Task {
                Resource: "arn:aws:lambda:us-east-1:123456789012:function:f",
                Retry: [{ ErrorEquals: [States.Runtime] }],
                End: true,
            },
        },
    }
}

fn main() {}
