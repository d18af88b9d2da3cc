//! A choice rule names no state.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Choice {
                Choices: [{ Variable: "$.x", IsPresent: true, Next: ghost }],
                Default: done,
            },
            done: Succeed,
        },
    }
}

fn main() {}
