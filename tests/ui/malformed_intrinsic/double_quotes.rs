//! Strings of intrinsic functions stand in apostrophes.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Pass { Parameters: { "text.$": "States.Format(\"{}\", $.name)" }, End: true },
        },
    }
}

fn main() {}
