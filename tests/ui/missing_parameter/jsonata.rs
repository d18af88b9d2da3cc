//! A function is called in JSONata, but not named.

use stack::prelude::*;

state_machine! {
    Machine {
        QueryLanguage: JSONata,
        StartAt: a,
        States: {
            a: Task {
                Resource: lambda:invoke,
                Arguments: { Payload: "{% $states.input %}" },
                End: true,
            },
        },
    }
}

fn main() {}
