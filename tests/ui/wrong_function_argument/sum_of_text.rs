//! A string that is summed up.

use stack::prelude::*;

state_machine! {
    Machine {
        QueryLanguage: JSONata,
        StartAt: a,
        States: {
            a: Pass { Output: "{% $sum('a') %}", End: true },
        },
    }
}

fn main() {}
