//! A wait of less than nothing.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Wait { Seconds: -1, End: true },
        },
    }
}

fn main() {}
