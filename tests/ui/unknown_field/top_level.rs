//! A field that a machine does not have.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        Timeout: 5,
        States: {
            a: Succeed,
        },
    }
}

fn main() {}
