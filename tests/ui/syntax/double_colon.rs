//! A service integration written like a path of Rust.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Task { Resource: batch::submitJob, End: true },
        },
    }
}

fn main() {}
