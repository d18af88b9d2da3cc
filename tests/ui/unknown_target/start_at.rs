//! `StartAt` names no state.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: nope,
        States: {
            a: Pass { Next: b },
            b: Succeed,
        },
    }
}

fn main() {}
