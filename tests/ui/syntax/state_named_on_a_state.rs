//! An allowance that names a state, on a state.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            #[allow(stack::catch-loop, state = "b")]
            a: Task { Resource: lambda:invoke, Catch: [{ ErrorEquals: [States.ALL], Next: a }], End: true },
        },
    }
}

fn main() {}
