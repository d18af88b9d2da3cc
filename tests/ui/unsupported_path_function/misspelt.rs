//! A function in a path that there is not.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Pass { Parameters: { "n.$": "$.jobs.lenght()" }, End: true },
        },
    }
}

fn main() {}
