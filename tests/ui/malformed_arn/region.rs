//! A region of an impossible shape.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Task { Resource: "arn:aws:lambda:eu-west1:123456789012:function:f", End: true },
        },
    }
}

fn main() {}
