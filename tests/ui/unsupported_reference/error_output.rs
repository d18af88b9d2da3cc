//! There is an error only where one was caught.

use stack::prelude::*;

state_machine! {
    Machine {
        QueryLanguage: JSONata,
        StartAt: a,
        States: {
            a: Pass { Output: "{% $states.errorOutput %}", End: true },
        },
    }
}

fn main() {}
