//! There is no such hash.

#![deny(deprecated)]

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Pass { Parameters: { "hash.$": "States.Hash($.name, 'SHA256')" }, End: true },
        },
    }
}

fn main() {}
