//! The machine is cyclic and never ends.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Pass { Next: b },
            b: Pass { Next: a },
        },
    }
}

fn main() {}
