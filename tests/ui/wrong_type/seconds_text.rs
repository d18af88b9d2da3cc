//! A number in quotes.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Wait { Seconds: "5", End: true },
        },
    }
}

fn main() {}
