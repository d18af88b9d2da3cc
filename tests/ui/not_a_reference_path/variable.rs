//! A result cannot be put into a variable.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Pass { ResultPath: "$order", End: true },
        },
    }
}

fn main() {}
