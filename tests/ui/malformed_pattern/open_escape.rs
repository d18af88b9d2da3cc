//! A backslash before a letter.

#![deny(deprecated)]

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Choice { Choices: [{ Variable: "$.n", StringMatches: "\\d*", Next: b }], Default: c },
            b: Succeed,
            c: Fail,
        },
    }
}

fn main() {}
