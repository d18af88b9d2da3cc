//! Branches do not see the variables of one another.

#![deny(deprecated)]

use stack::prelude::*;

state_machine! {
    Machine {
        QueryLanguage: JSONata,
        StartAt: a,
        States: {
            a: Parallel {
                Branches: [
                    { StartAt: x, States: { x: Pass { Assign: { total: 1 }, End: true } } },
                    { StartAt: y, States: { y: Pass { Output: "{% $total %}", End: true } } },
                ],
                End: true,
            },
        },
    }
}

fn main() {}
