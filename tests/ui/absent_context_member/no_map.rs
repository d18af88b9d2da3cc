//! There are no items outside of a Map.

#![deny(deprecated)]

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Pass { InputPath: "$$.Map.Item.Value", End: true },
        },
    }
}

fn main() {}
