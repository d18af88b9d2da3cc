//! A result cannot be put into many places.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Pass { ResultPath: "$.results[*]", End: true },
        },
    }
}

fn main() {}
