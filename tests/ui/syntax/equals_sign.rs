//! An equals sign for the colon.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Pass { End = true },
        },
    }
}

fn main() {}
