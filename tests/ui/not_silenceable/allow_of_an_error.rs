//! An error cannot be allowed.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            #[allow(stack::unknown-target)]
            a: Succeed,
        },
    }
}

fn main() {}
