//! An hour is more than five minutes.

#![deny(deprecated)]

use stack::prelude::*;

state_machine! {
    #[express]
    Machine {
        StartAt: a,
        States: {
            a: Wait { Seconds: 3600, End: true },
        },
    }
}

fn main() {}
