//! A task needs a second at least.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Task { Resource: "arn:aws:lambda:us-east-1:123456789012:function:f", TimeoutSeconds: 0, End: true },
        },
    }
}

fn main() {}
