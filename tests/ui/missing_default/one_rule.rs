//! An input without the value fails the execution.

#![deny(deprecated)]

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Choice { Choices: [{ Variable: "$.kind", StringEquals: "new", Next: b }] },
            b: Succeed,
        },
    }
}

fn main() {}
