//! `Default` names no state.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Choice {
                Choices: [{ Variable: "$.x", IsPresent: true, Next: done }],
                Default: ghost,
            },
            done: Succeed,
        },
    }
}

fn main() {}
