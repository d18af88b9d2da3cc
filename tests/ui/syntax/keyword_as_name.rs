//! A machine declared like a struct.

use stack::prelude::*;

state_machine! {
    pub struct Machine {
        StartAt: a,
        States: { a: Succeed },
    }
}

fn main() {}
