//! A key that ends in `.$` has a number.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Pass { Parameters: { list: [{ "count.$": 5 }] }, End: true },
        },
    }
}

fn main() {}
