//! `Output` is a field of JSONata states.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Pass { Output: { x: 1 }, End: true },
        },
    }
}

fn main() {}
