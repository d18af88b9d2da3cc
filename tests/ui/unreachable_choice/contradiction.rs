//! No number is above three and below two.

#![deny(deprecated)]

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Choice {
                Choices: [{
                    And: [{ Variable: "$.n", NumericGreaterThan: 3 }, { Variable: "$.n", NumericLessThan: 2 }],
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
