//! Digits in groups are Rust, not JSON.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Wait { Seconds: 1_000, End: true },
        },
    }
}

fn main() {}
