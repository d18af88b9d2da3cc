//! An allowance that names a state, on a state.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            #[allow(stack::redundant-end, state = "b")]
            a: Pass { End: true },
        },
    }
}

fn main() {}
