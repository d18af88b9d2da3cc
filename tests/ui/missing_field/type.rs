//! A state without a type.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: { End: true },
        },
    }
}

fn main() {}
