//! A Wait state waits in two ways.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Wait { Seconds: 5, Timestamp: "2030-01-01T00:00:00Z", End: true },
        },
    }
}

fn main() {}
