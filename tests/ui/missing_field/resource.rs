//! A task without a resource.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Task { End: true },
        },
    }
}

fn main() {}
