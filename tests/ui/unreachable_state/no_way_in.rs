//! Nothing leads to a state.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Pass { Next: done },
            lonely: Pass { Next: done },
            done: Succeed,
        },
    }
}

fn main() {}
