//! Two states lead to each other, but nothing leads to them.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Pass { Next: done },
            here: Pass { Next: there },
            there: Pass { Next: here },
            done: Succeed,
        },
    }
}

fn main() {}
