//! A branch has no end.

#![deny(deprecated)]

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Map {
                ItemProcessor: { StartAt: x, States: { x: Pass { Next: y }, y: Pass { Next: x } } },
                End: true,
            },
        },
    }
}

fn main() {}
