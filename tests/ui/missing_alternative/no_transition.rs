//! A state has neither `Next` nor `End`.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Pass,
        },
    }
}

fn main() {}
