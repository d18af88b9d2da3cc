//! A timestamp without its zone.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Wait { Timestamp: "2030-01-01T00:00:00", End: true },
        },
    }
}

fn main() {}
