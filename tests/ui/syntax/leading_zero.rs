//! A number that JSON does not have.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Wait { Seconds: 010, End: true },
        },
    }
}

fn main() {}
