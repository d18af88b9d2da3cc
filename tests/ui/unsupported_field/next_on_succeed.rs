//! A Succeed state ends the execution.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Succeed { Next: a },
        },
    }
}

fn main() {}
