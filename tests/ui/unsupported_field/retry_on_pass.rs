//! A Pass state cannot be retried.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Pass { Retry: [{ ErrorEquals: [States.ALL] }], End: true },
        },
    }
}

fn main() {}
