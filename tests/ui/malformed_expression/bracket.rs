//! A bracket that is closed by another.

use stack::prelude::*;

state_machine! {
    Machine {
        QueryLanguage: JSONata,
        StartAt: a,
        States: {
            a: Pass { Output: { first: "{% $states.input.items[0) %}" }, End: true },
        },
    }
}

fn main() {}
