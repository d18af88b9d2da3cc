//! Field names are case-sensitive.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Pass { resultPath: "$.r", End: true },
        },
    }
}

fn main() {}
