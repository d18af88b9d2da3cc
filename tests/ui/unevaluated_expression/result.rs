//! A `Result` is never computed.

#![deny(deprecated)]

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Pass { Result: { "name.$": "$.name" }, End: true },
        },
    }
}

fn main() {}
