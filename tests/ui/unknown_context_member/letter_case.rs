//! A member of the context object in the wrong letter case.

#![deny(deprecated)]

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Pass { Parameters: { "id.$": "$$.Execution.ID" }, End: true },
        },
    }
}

fn main() {}
