//! A path of a payload template that ends in a dot.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Pass { Parameters: { "id.$": "$.order." }, End: true },
        },
    }
}

fn main() {}
