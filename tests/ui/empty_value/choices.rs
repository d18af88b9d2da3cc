//! A choice among nothing.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Choice { Choices: [], Default: done },
            done: Succeed,
        },
    }
}

fn main() {}
