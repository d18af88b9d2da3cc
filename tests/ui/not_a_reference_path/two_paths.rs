//! Two paths where one belongs.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Pass { ResultPath: "$.one, $.two", End: true },
        },
    }
}

fn main() {}
