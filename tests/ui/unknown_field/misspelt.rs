//! A field name with a letter too many.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Pass { Commment: "x", End: true },
        },
    }
}

fn main() {}
