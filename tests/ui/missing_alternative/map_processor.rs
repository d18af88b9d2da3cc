//! A Map state has nothing to run.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Map { End: true },
        },
    }
}

fn main() {}
