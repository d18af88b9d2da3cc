//! All transitions lead to one state.

#![deny(deprecated)]

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Choice { Choices: [{ Variable: "$.n", IsPresent: true, Next: b }], Default: b },
            b: Succeed,
        },
    }
}

fn main() {}
