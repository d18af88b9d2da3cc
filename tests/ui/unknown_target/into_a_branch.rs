//! A transition cannot enter a branch.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Parallel {
                Branches: [{ StartAt: inner, States: { inner: Pass { End: true } } }],
                Next: b,
            },
            b: Choice {
                Choices: [{ Variable: "$.x", IsPresent: true, Next: inner }],
                Default: done,
            },
            done: Succeed,
        },
    }
}

fn main() {}
