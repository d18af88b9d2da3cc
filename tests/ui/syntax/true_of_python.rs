//! The truth of another language.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Pass { End: True },
        },
    }
}

fn main() {}
