//! A path under a key that does not end in `.$`.

#![deny(deprecated)]

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Pass { Parameters: { name: "$.name" }, End: true },
        },
    }
}

fn main() {}
