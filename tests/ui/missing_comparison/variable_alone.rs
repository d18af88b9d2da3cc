//! A rule names a variable and compares it with nothing.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Choice {
                Choices: [{ Variable: "$.x", Next: done }],
                Default: a,
            },
            done: Succeed,
        },
    }
}

fn main() {}
