//! A truth value in quotes.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Pass { End: "true" },
        },
    }
}

fn main() {}
