//! An attribute that a state does not have.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            #[retry]
            a: Succeed,
        },
    }
}

fn main() {}
