//! A string is an expression as a whole or not at all.

#![deny(deprecated)]

use stack::prelude::*;

state_machine! {
    Machine {
        QueryLanguage: JSONata,
        StartAt: a,
        States: {
            a: Fail { Error: "NotFound", Cause: "Not found: {% $states.input.id %}" },
        },
    }
}

fn main() {}
