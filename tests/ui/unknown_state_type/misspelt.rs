//! A state type with a letter missing.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Tsk { End: true },
        },
    }
}

fn main() {}
