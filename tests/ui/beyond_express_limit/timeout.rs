//! The machine ends before.

#![deny(deprecated)]

use stack::prelude::*;

state_machine! {
    #[express]
    Machine {
        QueryLanguage: JSONata,
        TimeoutSeconds: 3600,
        StartAt: a,
        States: {
            a: Succeed,
        },
    }
}

fn main() {}
