//! The work may never be asked for.

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
