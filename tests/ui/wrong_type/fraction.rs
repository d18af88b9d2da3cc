//! Seconds are whole.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Wait { Seconds: 1.5, End: true },
        },
    }
}

fn main() {}
