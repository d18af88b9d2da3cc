//! An inline Map has no runs to label.

#![deny(deprecated)]

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Map {
                Label: "orders",
                ItemProcessor: { StartAt: x, States: { x: Succeed } },
                End: true,
            },
        },
    }
}

fn main() {}
