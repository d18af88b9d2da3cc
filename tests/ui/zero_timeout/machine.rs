//! A machine that has no time.

#![deny(deprecated)]

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        TimeoutSeconds: 0,
        States: {
            a: Succeed,
        },
    }
}

fn main() {}
