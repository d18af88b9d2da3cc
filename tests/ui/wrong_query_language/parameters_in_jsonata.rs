//! `Parameters` is not a field of JSONata states.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        QueryLanguage: JSONata,
        States: {
            a: Task { Resource: "arn:aws:lambda:us-east-1:123456789012:function:f", Parameters: { x: 1 }, End: true },
        },
    }
}

fn main() {}
