//! A result cannot be put into the context object.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Pass { ResultPath: "$$.Execution", End: true },
        },
    }
}

fn main() {}
