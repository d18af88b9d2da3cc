//! A state name that is more than a word, without its quotes.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Pass { Next: Check and hold },
            "Check and hold": Succeed,
        },
    }
}

fn main() {}
