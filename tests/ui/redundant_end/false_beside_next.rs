//! `End: false` says nothing.

#![deny(deprecated)]

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Pass { Next: done, End: false },
            done: Succeed,
        },
    }
}

fn main() {}
