//! A branch has no variable of the name that its machine has.

#![deny(deprecated)]

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Pass { Assign: { total: 1 }, Next: b },
            b: Parallel {
                Branches: [{
                    StartAt: x,
                    States: { x: Pass { Assign: { total: 2 }, End: true } },
                }],
                End: true,
            },
        },
    }
}

fn main() {}
