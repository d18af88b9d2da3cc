//! A string that is added to a number.

use stack::prelude::*;

state_machine! {
    Machine {
        QueryLanguage: JSONata,
        StartAt: a,
        States: {
            a: Pass { Output: "{% 'total: ' + 1 %}", End: true },
        },
    }
}

fn main() {}
