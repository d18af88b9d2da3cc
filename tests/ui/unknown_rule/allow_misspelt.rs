//! An `allow` of a rule that does not exist.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            #[allow(stack::no-path-to-ends)]
            a: Succeed,
        },
    }
}

fn main() {}
