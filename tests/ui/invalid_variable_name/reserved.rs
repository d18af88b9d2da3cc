//! `$states` belongs to AWS.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Pass { Assign: { states: 1 }, End: true },
        },
    }
}

fn main() {}
