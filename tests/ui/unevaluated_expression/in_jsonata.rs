//! A path of JSONPath in JSONata.

#![deny(deprecated)]

use stack::prelude::*;

state_machine! {
    Machine {
        QueryLanguage: JSONata,
        StartAt: a,
        States: {
            a: Pass { Output: { name: "$.name" }, End: true },
        },
    }
}

fn main() {}
