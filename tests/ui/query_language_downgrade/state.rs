//! A JSONata machine has no JSONPath states.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        QueryLanguage: JSONata,
        States: {
            a: Pass { QueryLanguage: JSONPath, End: true },
        },
    }
}

fn main() {}
