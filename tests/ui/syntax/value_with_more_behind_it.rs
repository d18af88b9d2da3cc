//! A timestamp without its quotes.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Wait { Timestamp: 2030-01-01, End: true },
        },
    }
}

fn main() {}
