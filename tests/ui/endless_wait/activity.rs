//! Nobody may ever ask for the work.

#![deny(deprecated)]

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Task { Resource: "arn:aws:states:us-east-1:123456789012:activity:approve", End: true },
        },
    }
}

fn main() {}
