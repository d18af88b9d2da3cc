//! Nothing is no expression.

use stack::prelude::*;

state_machine! {
    Machine {
        QueryLanguage: JSONata,
        StartAt: a,
        States: {
            a: Wait { Seconds: "{%%}", End: true },
        },
    }
}

fn main() {}
