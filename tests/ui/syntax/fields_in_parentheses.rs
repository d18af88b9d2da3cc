//! A state written like a call.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Task(Resource: lambda:invoke, End: true),
        },
    }
}

fn main() {}
