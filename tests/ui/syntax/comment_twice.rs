//! A doc comment and a `Comment`.

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            /// One.
            a: Pass { Comment: "Two.", End: true },
        },
    }
}

fn main() {}
