//! Names of states are case-sensitive.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Pass { Next: done },
            Done: Succeed,
        },
    }
}

fn main() {}
