//! Two fields without a comma.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Pass { Result: 1 End: true },
        },
    }
}

fn main() {}
