//! The members of a result are in Pascal case.

#![deny(deprecated)]

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: call,
        States: {
            call: Task {
                Resource: lambda:invoke,
                Parameters: { FunctionName: "bill" },
                ResultSelector: { "amount.$": "$.payload.amount" },
                End: true,
            },
        },
    }
}

fn main() {}
