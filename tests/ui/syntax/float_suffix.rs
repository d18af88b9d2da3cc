//! A number with a type is Rust, not JSON.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Wait { Seconds: 5u32, End: true },
        },
    }
}

fn main() {}
