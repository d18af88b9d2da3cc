//! A comparison that does not exist.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Choice {
                Choices: [{ Variable: "$.x", StringEqual: "y", Next: done }],
                Default: a,
            },
            done: Succeed,
        },
    }
}

fn main() {}
