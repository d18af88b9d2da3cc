//! A text without its quotes.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Pass { Result: { colour: red }, End: true },
        },
    }
}

fn main() {}
