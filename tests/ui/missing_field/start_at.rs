//! A machine that does not say where it starts.

use stack::prelude::*;

state_machine! {
    Machine {
        States: { a: Succeed },
    }
}

fn main() {}
