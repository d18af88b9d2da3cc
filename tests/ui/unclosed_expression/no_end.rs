//! The mark at the end is missing.

use stack::prelude::*;

state_machine! {
    Machine {
        QueryLanguage: JSONata,
        StartAt: a,
        States: {
            a: Pass { Output: { id: "{% $states.input.id" }, End: true },
        },
    }
}

fn main() {}
