//! A function is named by its ARN.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Task { Resource: "my-function", End: true },
        },
    }
}

fn main() {}
