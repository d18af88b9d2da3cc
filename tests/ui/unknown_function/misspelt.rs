//! A function that there is not.

#![deny(deprecated)]

use stack::prelude::*;

state_machine! {
    Machine {
        QueryLanguage: JSONata,
        StartAt: a,
        States: {
            a: Pass { Output: "{% $uppercas('x') %}", End: true },
        },
    }
}

fn main() {}
