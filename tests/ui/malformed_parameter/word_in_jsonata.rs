//! A word that the enumeration does not have.

#![deny(deprecated)]

use stack::prelude::*;

state_machine! {
    Machine {
        QueryLanguage: JSONata,
        StartAt: a,
        States: {
            a: Task {
                Resource: lambda:invoke,
                Arguments: { FunctionName: "bill", InvocationType: "Events" },
                End: true,
            },
        },
    }
}

fn main() {}
