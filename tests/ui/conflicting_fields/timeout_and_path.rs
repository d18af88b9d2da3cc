//! A timeout is given twice.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Task { Resource: "arn:aws:lambda:us-east-1:123456789012:function:f", TimeoutSeconds: 5, TimeoutSecondsPath: "$.t", End: true },
        },
    }
}

fn main() {}
