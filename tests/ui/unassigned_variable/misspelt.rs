//! A variable that no state assigns.

#![deny(deprecated)]

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Pass { Assign: { total: 1 }, Next: b },
            b: Pass { Parameters: { "x.$": "$totl" }, End: true },
        },
    }
}

fn main() {}
