//! A path without its dollar sign.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Pass { InputPath: "x", End: true },
        },
    }
}

fn main() {}
