//! A transition cannot leave an item processor.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Map {
                ItemProcessor: { StartAt: inner, States: { inner: Pass { Next: done } } },
                Next: done,
            },
            done: Succeed,
        },
    }
}

fn main() {}
