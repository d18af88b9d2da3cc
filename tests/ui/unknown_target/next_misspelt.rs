//! `Next` names a state with a letter missing.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Pass { Next: bil },
            bill: Succeed,
        },
    }
}

fn main() {}
