//! A Rust expression cannot be a state.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Pass { Next: (b) },
            b: Succeed,
        },
    }
}

fn main() {}
