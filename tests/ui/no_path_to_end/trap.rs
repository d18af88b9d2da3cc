//! Two states that nothing leads out of.

#![deny(deprecated)]

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Choice {
                Choices: [{ Variable: "$.x", IsPresent: true, Next: b }],
                Default: done,
            },
            b: Pass { Next: c },
            c: Pass { Next: b },
            done: Succeed,
        },
    }
}

fn main() {}
