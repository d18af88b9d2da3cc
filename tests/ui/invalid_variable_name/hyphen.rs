//! A hyphen is a minus.

use stack::prelude::*;

state_machine! {
    Machine {
        QueryLanguage: JSONata,
        StartAt: a,
        States: {
            a: Pass { Assign: { "total-price": 1 }, End: true },
        },
    }
}

fn main() {}
