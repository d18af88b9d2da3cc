//! A name of one's own under AWS's prefix.

#![deny(deprecated)]

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Fail { Error: States.Declined },
        },
    }
}

fn main() {}
