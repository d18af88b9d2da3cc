//! A field is given twice.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Pass { Comment: "x", Comment: "y", End: true },
        },
    }
}

fn main() {}
