//! A Wait state does not say how long.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Wait { End: true },
        },
    }
}

fn main() {}
