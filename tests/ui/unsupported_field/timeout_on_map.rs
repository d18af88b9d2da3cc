//! A Map state has no timeout.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Map {
                ItemProcessor: { StartAt: x, States: { x: Succeed } },
                TimeoutSeconds: 5,
                End: true,
            },
        },
    }
}

fn main() {}
