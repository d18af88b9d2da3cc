//! A query language that does not exist.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        QueryLanguage: jsonata,
        States: {
            a: Succeed,
        },
    }
}

fn main() {}
