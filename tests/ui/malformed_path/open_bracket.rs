//! A bracket that is never closed.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Pass { InputPath: "$.orders[0", End: true },
        },
    }
}

fn main() {}
