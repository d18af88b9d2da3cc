//! Commas with nothing between them.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Pass { Result: [1,,,, 2], End: true },
        },
    }
}

fn main() {}
