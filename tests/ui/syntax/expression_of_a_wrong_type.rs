//! A Rust expression whose value is nothing in JSON.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Pass { Result: { since: (std::time::Instant::now()) }, End: true },
        },
    }
}

fn main() {}
