//! A fault of syntax hides no other fault.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Pass { Result: red, Next: b },
            b: Pass { Next: dne },
            done: Succeed,
        },
    }
}

fn main() {}
