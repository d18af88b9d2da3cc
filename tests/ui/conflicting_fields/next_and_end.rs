//! A state has both `Next` and `End`.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Pass { Next: done, End: true },
            done: Succeed,
        },
    }
}

fn main() {}
