//! A moment that is over is no wait.

#![deny(deprecated)]

use stack::prelude::*;

state_machine! {
    Machine {
        StartAt: a,
        States: {
            a: Wait { Timestamp: "2016-03-14T01:59:00Z", End: true },
        },
    }
}

fn main() {}
