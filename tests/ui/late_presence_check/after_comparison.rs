//! The comparison has failed already.

#![deny(deprecated)]

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Choice {
                Choices: [{
                    And: [{ Variable: "$.n", NumericGreaterThan: 3 }, { Variable: "$.n", IsPresent: true }],
                    Next: b,
                }],
                Default: c,
            },
            b: Succeed,
            c: Fail,
        },
    }
}

fn main() {}
