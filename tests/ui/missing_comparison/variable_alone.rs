//! A rule names a variable and compares it with nothing.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Choice {
                Choices: [{ Variable: "$.x", Next: done }],
                Default: done,
            },
            done: Succeed,
        },
    }
}

fn main() {}
