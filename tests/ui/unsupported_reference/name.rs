//! The input has no name but `$states.input`.

use stack::prelude::*;

state_machine! {
    Machine {
        QueryLanguage: JSONata,
        StartAt: a,
        States: {
            a: Pass { Output: "{% order.id %}", End: true },
        },
    }
}

fn main() {}
