//! Names are unique over the whole machine.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Parallel {
                Branches: [
                    { StartAt: x, States: { x: Succeed } },
                    { StartAt: x, States: { x: Succeed } },
                ],
                End: true,
            },
        },
    }
}

fn main() {}
