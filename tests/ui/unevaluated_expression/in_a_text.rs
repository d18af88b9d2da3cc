//! A path in the middle of a text.

#![deny(deprecated)]

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Pass { Parameters: { text: "Hello $.name" }, End: true },
        },
    }
}

fn main() {}
