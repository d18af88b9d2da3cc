//! A machine in a struct that is no stack.

use stack::prelude::*;

struct Eshop;

state_machine! {
    Process in Eshop {
        StartAt: done,
        States: { done: Succeed },
    }
}

fn main() {}
