//! A range without its step.

#![deny(deprecated)]

use stack::prelude::*;

state_machine! {
    Machine {
        QueryLanguage: JSONata,
        StartAt: a,
        States: {
            a: Pass { Output: "{% $range(1, $states.input.last) %}", End: true },
        },
    }
}

fn main() {}
