//! A constant of Rust without its parentheses.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Pass { Result: { limit: limits::MAX }, End: true },
        },
    }
}

fn main() {}
