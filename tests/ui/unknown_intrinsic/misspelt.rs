//! A function in the wrong letter case.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Pass { Parameters: { "id.$": "States.uuid()" }, End: true },
        },
    }
}

fn main() {}
