//! A key that ends in `.$` has a plain value.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Pass { Parameters: { "stage.$": "dev" }, End: true },
        },
    }
}

fn main() {}
