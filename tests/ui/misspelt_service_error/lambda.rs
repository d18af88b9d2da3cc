//! An error of Lambda with a letter too many.

#![deny(deprecated)]

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Task {
                Resource: lambda:invoke,
                Parameters: { FunctionName: "bill" },
                Retry: [{ ErrorEquals: [Lambda.ServiceExceptions] }],
                End: true,
            },
        },
    }
}

fn main() {}
